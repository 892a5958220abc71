using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Rules.Redundancy;
using CodeRelay.Text;

namespace CodeRelay.Rules.Consistency;

/// <summary>The section of TASKS.md for finished tasks.</summary>
/// <param name="Document">TASKS.md.</param>
/// <param name="Section">The section.</param>
internal sealed record TaskArchive(Document Document, Section Section)
{
    private static readonly PhraseList Names = new("archive", "archived", "archiv", "archivé*", "archivo", "arquivo", "archivio", "archiwum", "arşiv", "архив", "归档", "存档", "アーカイブ", "보관", "lưu trữ");

    /// <summary>The place of the section, as evidence.</summary>
    public EvidenceItem Evidence => new(EvidenceKind.Document, $"{Document.Path}:{Section.Line}", Document.Text.Line(Section.Line).Trim().ToString());

    /// <summary>The first such section, or null.</summary>
    public static TaskArchive? Of(Document? tasks) =>
        tasks?.Sections.FirstOrDefault(section => section.Line > 0 && Is(section)) is { } section ? new(tasks, section) : null;

    /// <summary>True for a section of finished tasks: "Done", "Archive", in any supported language.</summary>
    public static bool Is(Section section) => (section.OwnKind == SectionKind.Done || Names.IsIn(section.Title)) && !ProtectedWording.Announces(section.Title);

    /// <summary>The edit that appends items to the section's list, or null when it contains a table.</summary>
    public TextEdit? Add(IReadOnlyList<TaskItem> items)
    {
        if (Section.Blocks.Any(block => block.Kind == BlockKind.TableRow))
            return null;
        var text = Document.Text;
        var last = TaskItem.All(Document).LastOrDefault(item => item.Head.Section == Section);
        var behind = last?.LastLine ?? Section.Blocks.Select(block => block.LastLine).Append(Section.Heading?.LastLine ?? Section.Line).Max();
        var lines = items.SelectMany((item, i) => item.Lines(Marker(last, i))).ToList();
        if (last is null)
            lines.Insert(0, "");
        if (last is null && behind < text.LineCount && !text.Line(behind + 1).IsWhiteSpace())
            lines.Add("");
        var lineBreak = Deletion.LineBreak(Document, 1);
        var isEnd = behind >= text.LineCount;
        var needsBreak = isEnd && text.Content.Length > 0 && text.Content[^1] is not ('\n' or '\r');
        var start = isEnd ? text.Content.Length : text.LineStart(behind + 1);
        return new TextEdit(Document.Path, start, 0, (needsBreak ? lineBreak : "") + string.Concat(lines.Select(line => line + lineBreak)));
    }

    // Items only form one list while their markers are equal.
    private static string Marker(TaskItem? last, int further)
    {
        if (last is null)
            return "-";
        var written = last.Head.Source.TrimStart();
        var digits = written.Length - written.TrimStart("0123456789").Length;
        return digits > 0 && int.TryParse(written[..digits], out var number) ? $"{number + 1 + further}{written[digits]}" : written[..1].ToString();
    }
}
