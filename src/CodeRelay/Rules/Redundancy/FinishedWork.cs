using System.Buffers;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Recognises finished work: sections that report it, ticked tasks, struck-out items.</summary>
internal static class FinishedWork
{
    // A heading with one of these describes past changes to its items: "Files created", "Bugs fixed".
    private static readonly PhraseList Participles = new(
        "created", "changed", "modified", "added", "removed", "deleted", "implemented", "fixed", "resolved", "merged", "delivered", "migrated", "refactored", "updated", "achieved", "landed", "released", "summary of work", "work summary", "work done", "session work", "recent", "last session", "this session",
        "erstellt", "geändert", "hinzugefügt", "behoben", "umgesetzt", "créé*", "modifié*", "ajouté*", "corrigé*", "livré*", "creado*", "modificado*", "añadido*", "corregido*", "implementado*", "entregado*", "criado*", "alterado*", "adicionado*", "corrigido*", "creati", "modificati", "aggiunti", "corretti", "utworzone", "zmienione", "dodane", "naprawione", "oluşturulan*", "değiştirilen*", "eklenen*", "düzeltilen*", "создан*", "изменен*", "изменён*", "изменения", "добавлен*", "исправлен*", "реализован*", "выполнен*",
        "变更", "改动", "新增", "已修复", "已修改", "修复", "已实现", "更新内容", "変更", "追加", "修正", "実装", "対応済", "변경", "추가", "수정", "구현", "đã thêm", "đã sửa", "đã tạo", "thay đổi");

    // The results of reviews and the history of incidents stay useful after their end.
    private static readonly PhraseList Verdicts = new(
        "review", "reviews", "audit", "audits", "assessment", "incident", "incidents", "post-mortem", "postmortem", "prüfung", "begutachtung", "vorfall", "revue", "revisión", "auditoría", "revisão", "revisione", "przegląd", "inceleme", "ревью", "проверка", "аудит", "инцидент",
        "审查", "评审", "审核", "复盘", "事故", "レビュー", "監査", "障害", "검토", "감사", "장애", "đánh giá", "sự cố");

    private static readonly SearchValues<char> Marks = SearchValues.Create("✅✔☑");

    /// <summary>True for the heading of a report of finished work; "what needs to be done" is a plan.</summary>
    public static bool IsReport(Section section) =>
        (section.OwnKind == SectionKind.Done && !IsVerdict(section) || MayReport(section.OwnKind) && Participles.IsIn(section.Title)) && !ProtectedWording.Announces(section.Title);

    /// <summary>True for the result of a review or the description of an incident, even inside a report.</summary>
    public static bool IsVerdict(Section section) => Verdicts.IsIn(section.Title);

    /// <summary>True for a ticked task, or an item that is mostly struck out.</summary>
    public static bool IsTicked(Block block) => block.CheckBox == CheckBox.Done || IsStruck(block);

    /// <summary>True for a statement with a check mark.</summary>
    public static bool IsMarked(Block block) => block.Text.AsSpan().ContainsAny(Marks);

    private static bool MayReport(SectionKind kind) => kind is SectionKind.None or SectionKind.Done or SectionKind.Files or SectionKind.Architecture or SectionKind.Review or SectionKind.Validation;

    private static bool IsStruck(Block block)
    {
        var struck = block.Spans.Where(span => span.IsStruck).Sum(span => span.Text.Length);
        return struck > 0 && struck * 2 >= block.Spans.TakeWhile(span => !span.IsStruck).Sum(span => span.Text.Length) + struck;
    }
}
