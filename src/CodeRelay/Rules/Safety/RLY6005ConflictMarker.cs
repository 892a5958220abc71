using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Safety;

/// <summary>The text contains the markers of an unresolved merge conflict.</summary>
internal sealed class RLY6005ConflictMarker : DocumentRule
{
    private const int Width = 7;

    public override RuleInfo Info { get; } = new("RLY6005", "conflict-marker", Severity.Error, "the text contains an unresolved merge conflict")
    {
        NoFix = "only a person can say which side is right",
    };

    protected override void Check(Document document, RuleContext context)
    {
        var (first, middle) = (0, 0);
        for (var line = 1; line <= document.Text.LineCount; line++)
        {
            var text = document.Text.Line(line);
            if (IsMarker(text, '<'))
                (first, middle) = (line, 0);
            else if (first > 0 && text.TrimEnd().SequenceEqual("======="))
                middle = line;
            else if (first > 0 && middle > 0 && IsMarker(text, '>'))
            {
                Report(document, first, line, text[Width..].Trim().ToString(), context);
                (first, middle) = (0, 0);
            }
        }
    }

    private void Report(Document document, int first, int last, string theirs, RuleContext context)
    {
        var start = document.Text.LineStart(first);
        var end = document.Text.LineStart(last) + document.Text.Line(last).Length;
        if (document.Blocks.Any(block => block.Kind == BlockKind.Fence && block.Start < start && end <= block.End))
            return;
        context.Report(this, document, start, end, theirs.Length > 0 ? $"the merge conflict with {theirs} is not resolved; keep the right side and delete the markers" : "the merge conflict is not resolved; keep the right side and delete the markers");
    }

    private static bool IsMarker(ReadOnlySpan<char> line, char mark) =>
        line.Length >= Width && line[..Width].IndexOfAnyExcept(mark) < 0 && (line.Length == Width || line[Width] == ' ');
}
