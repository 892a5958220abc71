using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Safety;

/// <summary>Characters that people do not see and programs do, or bytes that are no text.</summary>
public sealed class RLY6003HiddenCharacter : DocumentRule
{
    // A binary file has millions; the first ones say what it is.
    private const int MostFindings = 50;

    public override RuleInfo Info { get; } = new("RLY6003", "hidden-character", Severity.Warning, "the text contains hidden or control characters, or bytes that are not UTF-8")
    {
        Fix = FixSafety.Safe,
    };

    protected override void Check(Document document, RuleContext context)
    {
        if (!document.Text.IsValidUtf8)
            ReportEncoding(document, context);
        var lastLine = 0;
        foreach (var match in HiddenCharacters.Find(document.Text.Content).Where(match => IsFirstOfLine(document, match, ref lastLine)).Take(MostFindings))
        {
            var line = document.Text.Position(match.Start).Line;
            var all = HiddenCharacters.Find(document.Text.Line(line).ToString()).ToArray();
            var start = document.Text.LineStart(line);
            var names = string.Join(", ", all.Select(each => each.What).Distinct().Take(3));
            context.Report(this, document, start + all[0].Start, start + all[^1].Start + all[^1].Length, $"the line contains hidden characters, which people do not see and agents read: {names}; remove them", fix: Removal(document, all.Select(each => (start + each.Start, each.Length))));
        }
    }

    private static bool IsFirstOfLine(Document document, HiddenMatch match, ref int lastLine)
    {
        var line = document.Text.Position(match.Start).Line;
        var isFirst = line != lastLine;
        lastLine = line;
        return isFirst;
    }

    private static Fix Removal(Document document, IEnumerable<(int Start, int Length)> stretches) =>
        new("remove the hidden characters", FixSafety.Safe, [.. stretches.Select(each => new TextEdit(document.Path, each.Start, each.Length, ""))]);

    private void ReportEncoding(Document document, RuleContext context)
    {
        var at = Math.Max(0, document.Text.Content.IndexOf('\uFFFD', StringComparison.Ordinal));
        var length = document.Text.Content.Length > 0 ? 1 : 0;
        context.Report(this, document, at, at + length, document.Text.HasByteOrderMark ? "the file is UTF-16, but tools expect UTF-8; save it as UTF-8" : "the file contains bytes that are not UTF-8; save it as UTF-8");
    }
}
