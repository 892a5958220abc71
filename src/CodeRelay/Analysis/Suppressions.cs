using System.Text.RegularExpressions;
using CodeRelay.Packets;

namespace CodeRelay.Analysis;

/// <summary>A comment in the text that switches rules off.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Start">Offset of the comment.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Rules">The ids it names; empty means all.</param>
/// <param name="Reason">What follows the colon, may be empty.</param>
/// <param name="FirstLine">First line it covers.</param>
/// <param name="LastLine">Last line it covers.</param>
public sealed record Suppression(Document Document, int Start, int End, IReadOnlyList<string> Rules, string Reason, int FirstLine, int LastLine)
{
    // Findings about suppressions themselves: one that names no rule must not hide that it gives no reason.
    private const string OwnRule = "RLY8007";

    /// <summary>Tells whether a finding is covered. Only the line where it begins counts.</summary>
    public bool Covers(Finding finding) =>
        finding.File == Document.Path && finding.Range.Line >= FirstLine && finding.Range.Line <= LastLine
        && (Rules.Count == 0 ? finding.Rule.Id != OwnRule : Rules.Contains(finding.Rule.Id, StringComparer.OrdinalIgnoreCase));
}

/// <summary>Reads `coderelay-disable`, `-enable` and `-disable-next-line` comments; only real comments, never code.</summary>
public static partial class Suppressions
{
    /// <summary>All suppressions of a document, in order.</summary>
    public static IReadOnlyList<Suppression> Read(Document document)
    {
        if (!document.Text.Content.Contains("coderelay-", StringComparison.Ordinal))
            return [];
        var open = new List<(Match Match, int Line)>();
        var found = new List<Suppression>();
        foreach (var match in Comments(document))
        {
            var line = document.Text.Position(match.Index).Line;
            var endLine = document.Text.Position(match.Index + match.Length).Line;
            switch (match.Groups["verb"].Value)
            {
                case "disable-next-line":
                    found.Add(Make(document, match, endLine + 1, endLine + 1));
                    break;
                case "disable":
                    open.Add((match, line));
                    break;
                default:
                    found.AddRange(Close(document, open, Ids(match), line));
                    break;
            }
        }

        found.AddRange(open.Select(at => Make(document, at.Match, at.Line, document.Text.LineCount)));
        return [.. found.OrderBy(suppression => suppression.Start)];
    }

    private static IEnumerable<Suppression> Close(Document document, List<(Match Match, int Line)> open, IReadOnlyList<string> ids, int line)
    {
        foreach (var at in open.Where(at => ids.Count == 0 || Ids(at.Match).SequenceEqual(ids, StringComparer.OrdinalIgnoreCase)).ToArray())
        {
            open.Remove(at);
            yield return Make(document, at.Match, at.Line, line);
        }
    }

    private static Suppression Make(Document document, Match match, int firstLine, int lastLine) =>
        new(document, match.Index, match.Index + match.Length, Ids(match), match.Groups["reason"].Value.Trim(), firstLine, lastLine);

    private static string[] Ids(Match match) =>
        match.Groups["ids"].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<Match> Comments(Document document) =>
        Comment().Matches(document.Text.Content).Where(match => !document.Blocks.Any(block => IsCode(block, match.Index)));

    private static bool IsCode(Block block, int offset) =>
        offset >= block.Start && offset < block.End
        && (block.Kind == BlockKind.Fence || block.Spans.Any(span => span.Kind == InlineKind.Code && offset >= span.Start && offset < span.Start + span.Text.Length));

    [GeneratedRegex(@"<!--\s*coderelay-(?<verb>disable-next-line|disable|enable)(?![\w-])(?<ids>[^:>]*?)(?::(?<reason>.*?))?\s*-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
