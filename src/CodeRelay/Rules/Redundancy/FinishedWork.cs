using System.Buffers;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Recognises what a packet reports as done: sections of finished work, ticked tasks, items struck out.</summary>
internal static class FinishedWork
{
    // A heading with one of these tells what was done to the things it lists: "Files created", "Bugs fixed".
    private static readonly PhraseList Participles = new(
        "created", "changed", "modified", "added", "removed", "deleted", "implemented", "fixed", "resolved", "merged", "delivered", "migrated", "refactored", "updated", "achieved", "landed", "released", "summary of work", "work summary", "work done", "session work", "recent", "last session", "this session",
        "erstellt", "geändert", "hinzugefügt", "behoben", "umgesetzt", "créé*", "modifié*", "ajouté*", "corrigé*", "livré*", "creado*", "modificado*", "añadido*", "corregido*", "implementado*", "entregado*", "criado*", "alterado*", "adicionado*", "corrigido*", "creati", "modificati", "aggiunti", "corretti", "utworzone", "zmienione", "dodane", "naprawione", "oluşturulan*", "değiştirilen*", "eklenen*", "düzeltilen*", "создан*", "изменен*", "изменён*", "изменения", "добавлен*", "исправлен*", "реализован*", "выполнен*",
        "变更", "改动", "新增", "已修复", "已修改", "修复", "已实现", "更新内容", "変更", "追加", "修正", "実装", "対応済", "변경", "추가", "수정", "구현", "đã thêm", "đã sửa", "đã tạo", "thay đổi");

    // What a review cleared and what an incident was stays worth knowing when it is over.
    private static readonly PhraseList Verdicts = new(
        "review", "reviews", "audit", "audits", "assessment", "incident", "incidents", "post-mortem", "postmortem", "prüfung", "begutachtung", "vorfall", "revue", "revisión", "auditoría", "revisão", "revisione", "przegląd", "inceleme", "ревью", "проверка", "аудит", "инцидент",
        "审查", "评审", "审核", "复盘", "事故", "レビュー", "監査", "障害", "검토", "감사", "장애", "đánh giá", "sự cố");

    private static readonly SearchValues<char> Marks = SearchValues.Create("✅✔☑");

    /// <summary>Tells whether a heading announces a report of finished work; "what needs to be done" is a plan.</summary>
    public static bool IsReport(Section section) =>
        (section.OwnKind == SectionKind.Done && !IsVerdict(section) || MayReport(section.OwnKind) && Participles.IsIn(section.Title)) && !ProtectedWording.Announces(section.Title);

    /// <summary>Tells whether a section gives the result of a review or tells an incident; it is no report because one stands around it.</summary>
    public static bool IsVerdict(Section section) => Verdicts.IsIn(section.Title);

    /// <summary>A task that is ticked, or an item of which most is struck out.</summary>
    public static bool IsTicked(Block block) => block.CheckBox == CheckBox.Done || IsStruck(block);

    /// <summary>A statement that carries a check mark.</summary>
    public static bool IsMarked(Block block) => block.Text.AsSpan().ContainsAny(Marks);

    private static bool MayReport(SectionKind kind) => kind is SectionKind.None or SectionKind.Done or SectionKind.Files or SectionKind.Architecture or SectionKind.Review or SectionKind.Validation;

    private static bool IsStruck(Block block)
    {
        var struck = block.Spans.Where(span => span.IsStruck).Sum(span => span.Text.Length);
        return struck > 0 && struck * 2 >= block.Spans.TakeWhile(span => !span.IsStruck).Sum(span => span.Text.Length) + struck;
    }
}
