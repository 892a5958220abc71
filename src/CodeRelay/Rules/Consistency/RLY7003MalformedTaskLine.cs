using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Consistency;

/// <summary>A check box that neither GitHub nor a task tool reads, so that no tool counts the task.</summary>
internal sealed partial class RLY7003MalformedTaskLine : DocumentRule
{
    private const int LongestBeginning = 200;
    private const string Legal = "[ ] open, [x] done, [-] in progress, [~] blocked";

    public override RuleInfo Info { get; } = new("RLY7003", "malformed-task-line", Severity.Warning, "a task's check box has a form that no tool reads")
    {
        Fix = FixSafety.Safe,
    };

    protected override bool AppliesTo(Document document) => document.Kind is DocumentKind.Tasks or DocumentKind.Handoff;

    protected override void Check(Document document, RuleContext context)
    {
        // "[1] the paper" is a reference; a bracket is only a box in a document with tasks.
        if (document.Kind != DocumentKind.Tasks && !document.Blocks.Any(block => block.CheckBox is not (CheckBox.None or CheckBox.Malformed)))
            return;
        foreach (var block in document.Blocks.Where(block => block.Kind is BlockKind.ListItem or BlockKind.Paragraph))
        {
            for (var line = block.Line; line <= (block.Kind == BlockKind.Paragraph ? block.LastLine : block.Line); line++)
                CheckLine(document, line, context);
        }
    }

    private void CheckLine(Document document, int line, RuleContext context)
    {
        var beginning = document.Text.Line(line);
        if (Box().Match(beginning[..Math.Min(beginning.Length, LongestBeginning)].ToString()) is not { Success: true } match)
            return;
        var (marker, gap, box, text) = (match.Groups["marker"], match.Groups["gap"].Value, match.Groups["box"].Value, match.Groups["text"].Value);
        var state = Meaning(box);
        if (marker.Value is [.., not ('-' or '*' or '+')] && text.Length == 0)
            return;
        var isLegal = state == box && gap.Length > 0 && marker.Length > 0 && text is "" or [' ' or '\t', ..];
        // Without a certain state there is no replacement; a link's text is not a box.
        if (isLegal || text is ['(' or '[' or ':', ..] || state is null && (box.Length > 2 || marker.Length == 0 || gap.Length == 0))
            return;
        var start = document.Text.LineStart(line) + match.Groups["line"].Index;
        var end = document.Text.LineStart(line) + match.Groups["text"].Index;
        var written = document.Text.Content[start..end];
        if (state is null)
        {
            context.Report(this, document, start, end, $"check box [{box}] has no meaning, so no tool counts the task; valid are {Legal}");
            return;
        }

        var correct = $"{(marker.Length > 0 ? marker.Value : "-")} [{state}]{(text is "" or [' ' or '\t', ..] ? "" : " ")}";
        context.Report(this, document, start, end, $"the task line begins with \"{written}\", so no tool counts the task; write \"{correct.TrimEnd()}\" and a space before the text",
            fix: new Fix($"write {correct.TrimEnd()}", FixSafety.Safe, [new TextEdit(document.Path, start, end - start, correct)]));
    }

    // The only possible meaning of a malformed box, or null.
    private static string? Meaning(string box) => box.Trim() switch
    {
        "" => " ",
        "x" or "X" or "✓" or "✔" or "✔️" or "✅" => box is "X" ? "X" : "x",
        "-" => "-",
        "~" => "~",
        _ => null,
    };

    [GeneratedRegex(@"^\s*(?:>\s*)*(?<line>(?<marker>[-*+]|\d{1,9}[.)])?(?<gap>[ \t]*)\[(?<box>[^\[\]\n]{0,3})\](?<text>.?))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Box();
}
