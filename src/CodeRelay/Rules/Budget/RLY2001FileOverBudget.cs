using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Rules.Consistency;
using CodeRelay.Rules.Redundancy;

namespace CodeRelay.Rules.Budget;

/// <summary>A packet file is too long to read at every takeover.</summary>
internal sealed class RLY2001FileOverBudget : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY2001", "file-over-budget", Severity.Warning, "a packet file exceeds its budget of lines or tokens")
    {
        Fix = FixSafety.Unsafe,
    };

    protected override void Check(Document document, RuleContext context)
    {
        if (context.Configuration.BudgetOf(document.Path) is not { } budget)
            return;
        var over = new List<string>();
        if (document.Text.LineCount > budget.Lines)
            over.Add($"{document.Text.LineCount:N0} lines (budget {budget.Lines:N0})");
        if (document.Tokens > budget.Tokens)
            over.Add($"about {document.Tokens:N0} tokens (budget {budget.Tokens:N0})");
        if (over.Count == 0)
            return;
        var (evidence, fix) = FinishedSection.Move(document);
        context.Report(this, document, $"{document.Path[(document.Path.LastIndexOf('/') + 1)..]} has {string.Join(" and ", over)}; delete or move what a session does not need at its start", evidence, fix);
    }
}

/// <summary>Moves a section of finished work from a file that is over budget into an archive file next to it.</summary>
internal static class FinishedSection
{
    /// <summary>The archive's file name, which is not a packet file.</summary>
    public const string FileName = "ARCHIVE.md";

    private const int FewestLines = 3;

    /// <summary>The first movable section and the edits that move it; empty when there is none.</summary>
    public static (IReadOnlyList<EvidenceItem> Evidence, Fix? Fix) Move(Document document)
    {
        if (document.Kind is not (DocumentKind.Handoff or DocumentKind.Tasks or DocumentKind.ProjectContext))
            return ([], null);
        var archive = document.Directory.Length == 0 ? FileName : $"{document.Directory}/{FileName}";
        foreach (var section in document.Sections.Where(section => section is { Line: > 0, Level: > 1 } && IsFinished(document, section)))
        {
            if ((Whole(document, section) ?? (document.Kind == DocumentKind.Tasks ? Entries(document, section) : null)) is not { } cut)
                continue;
            return ([new EvidenceItem(EvidenceKind.Document, $"{document.Path}:{section.Line}", document.Text.Line(section.Line).Trim().ToString())],
                new Fix($"move \"{section.Title}\" to {FileName}", FixSafety.Unsafe, [.. cut.Edits, TextEdit.Append(archive, cut.Text)]) { IsLastResort = true });
        }

        return ([], null);
    }

    private sealed record Cut(IReadOnlyList<TextEdit> Edits, string Text);

    // Finished work in TASKS.md is only that; elsewhere a report may contain results that the next session needs.
    private static bool IsFinished(Document document, Section section)
    {
        if (document.Kind == DocumentKind.Tasks)
            return TaskArchive.Is(section);
        for (var above = section.Parent; above is { Level: > 1 }; above = above.Parent)
        {
            if (SectionPriors.Protects(above) || FinishedWork.IsVerdict(above))
                return false;
        }

        return FinishedWork.IsReport(section);
    }

    private static bool IsNeeded(Block block) =>
        ProtectedWording.IsProtected(block) || block.Document.Kind != DocumentKind.Tasks && (ProtectedWording.IsAboutNow(block) || ProtectedWording.ShowsCommand(block) || ProtectedWording.PointsOutside(block) || block.Kind == BlockKind.Fence);

    // Unchanged, so that it can be moved back.
    private static Cut? Whole(Document document, Section section)
    {
        var sections = Below(document, section);
        if (sections.SelectMany(each => each.Blocks).Any(IsNeeded) || sections.Skip(1).Any(each => SectionPriors.Protects(each) || FinishedWork.IsVerdict(each)))
            return null;
        var text = document.Text;
        var last = sections[^1].LastLine;
        while (text.Line(last).IsWhiteSpace())
            last--;
        if (last - section.Line < FewestLines)
            return null;
        var lineBreak = Deletion.LineBreak(document, section.Line);
        var start = text.LineStart(section.Line);
        var end = last < text.LineCount ? text.LineStart(last + 1) : text.Content.Length;
        var moved = text.Content[start..end];
        // The blank lines after the section go with it; at the end of the file those before it.
        while (end < text.Content.Length && text.Content[end] is '\r' or '\n')
            end++;
        for (var line = section.Line - 1; end == text.Content.Length && line > 1 && text.Line(line).IsWhiteSpace(); line--)
            start = text.LineStart(line);
        return new([new TextEdit(document.Path, start, end - start, "")], lineBreak + moved.TrimEnd('\r', '\n') + lineBreak);
    }

    // The needed entries stay under their heading.
    private static Cut? Entries(Document document, Section section)
    {
        var sections = Below(document, section).TakeWhile(each => each == section || !SectionPriors.Protects(each)).ToArray();
        var items = TaskItem.All(document).Where(item => sections.Contains(item.Head.Section) && !item.Blocks.Any(IsNeeded) && item.Blocks.All(block => block.CheckBox is CheckBox.None or CheckBox.Done)).ToArray();
        if (items.Length < FewestLines || Deletion.EditsOf(document, [.. items.SelectMany(item => item.Blocks)], keepsHeadings: true) is not { } edits)
            return null;
        var lineBreak = Deletion.LineBreak(document, section.Line);
        var lines = items.SelectMany(item => Enumerable.Range(item.Head.Line, item.LastLine - item.Head.Line + 1)).Select(line => document.Text.Line(line).ToString());
        return new(edits, string.Join(lineBreak, ["", document.Text.Line(section.Line).ToString(), "", .. lines, ""]));
    }

    private static Section[] Below(Document document, Section section) =>
        [section, .. document.Sections.SkipWhile(each => each != section).Skip(1).TakeWhile(each => each.Level > section.Level)];
}
