using System.Buffers;
using CodeRelay.Documents;

namespace CodeRelay.Analysis;

/// <summary>A comment in the text that disables rules.</summary>
/// <param name="Document">The document that contains the comment.</param>
/// <param name="Start">Offset of the comment.</param>
/// <param name="End">Offset after the comment.</param>
/// <param name="Rules">The ids in the comment; empty means all.</param>
/// <param name="Reason">The text after the colon; may be empty.</param>
/// <param name="FirstLine">First covered line, 1-based.</param>
/// <param name="LastLine">Last covered line, 1-based.</param>
internal sealed record Suppression(Document Document, int Start, int End, IReadOnlyList<string> Rules, string Reason, int FirstLine, int LastLine)
{
    // The rule about suppressions: a comment that names no rule must not hide its own missing reason.
    private const string OwnRule = "RLY8007";

    /// <summary>True when the suppression covers the finding. Only the finding's first line counts.</summary>
    public bool Covers(Finding finding) =>
        finding.File == Document.Path && finding.Range.Line >= FirstLine && finding.Range.Line <= LastLine
        && (Rules.Count == 0 ? finding.Rule.Id != OwnRule : Rules.Contains(finding.Rule.Id, StringComparer.OrdinalIgnoreCase));
}

/// <summary>Reads `coderelay-disable`, `-enable` and `-disable-next-line` comments; comments in code spans and fences do not count.</summary>
internal static class Suppressions
{
    /// <summary>All suppressions of a document, in order.</summary>
    public static IReadOnlyList<Suppression> Read(Document document)
    {
        if (!document.Text.Content.Contains("coderelay-", StringComparison.Ordinal))
            return [];
        var open = new List<(SuppressionComment Comment, int Line)>();
        var found = new List<Suppression>();
        foreach (var comment in Comments(document))
        {
            var line = document.Text.Position(comment.Start).Line;
            var endLine = document.Text.Position(comment.End).Line;
            switch (comment.Verb)
            {
                case "disable-next-line":
                    found.Add(Make(document, comment, endLine + 1, endLine + 1));
                    break;
                case "disable":
                    open.Add((comment, line));
                    break;
                default:
                    found.AddRange(Close(document, open, comment.Rules, line));
                    break;
            }
        }

        found.AddRange(open.Select(at => Make(document, at.Comment, at.Line, document.Text.LineCount)));
        return [.. found.OrderBy(suppression => suppression.Start)];
    }

    private static IEnumerable<Suppression> Close(Document document, List<(SuppressionComment Comment, int Line)> open, IReadOnlyList<string> ids, int line)
    {
        foreach (var at in open.Where(at => ids.Count == 0 || at.Comment.Rules.SequenceEqual(ids, StringComparer.OrdinalIgnoreCase)).ToArray())
        {
            open.Remove(at);
            yield return Make(document, at.Comment, at.Line, line);
        }
    }

    private static Suppression Make(Document document, SuppressionComment comment, int firstLine, int lastLine) =>
        new(document, comment.Start, comment.End, comment.Rules, comment.Reason, firstLine, lastLine);

    private static IEnumerable<SuppressionComment> Comments(Document document)
    {
        var code = Code(document).ToArray();
        return SuppressionComment.FindAll(document.Text.Content).Where(comment => !IsIn(code, comment.Start));
    }

    private static bool IsIn((int Start, int End)[] stretches, int offset)
    {
        var at = Array.BinarySearch(stretches, (offset, int.MaxValue));
        return ~at > 0 && offset < stretches[~at - 1].End;
    }

    private static IEnumerable<(int Start, int End)> Code(Document document) =>
        document.Blocks.SelectMany(block => block.Kind == BlockKind.Fence
            ? [(block.Start, block.End)]
            : block.Spans.Where(span => span.Kind == InlineKind.Code).Select(span => (span.Start, span.Start + span.Text.Length))).Order();
}

/// <summary>A comment that disables or enables rules, as written.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">Offset after the comment.</param>
/// <param name="Verb">"disable", "disable-next-line" or "enable".</param>
/// <param name="Rules">The ids in the comment; empty means all.</param>
/// <param name="Reason">The text after the colon; may be empty.</param>
internal sealed record SuppressionComment(int Start, int End, string Verb, IReadOnlyList<string> Rules, string Reason)
{
    private const string Opening = "<!--";
    private const string Closing = "-->";
    private const string Mark = "coderelay-";

    private static readonly string[] Verbs = ["disable-next-line", "disable", "enable"];

    private static readonly SearchValues<char> EndsOfIds = SearchValues.Create(":>");

    /// <summary>All such comments of a text in order, in linear time even when comments are never closed.</summary>
    public static IEnumerable<SuppressionComment> FindAll(string text)
    {
        var close = -1;
        for (var start = text.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Opening, start, StringComparison.Ordinal))
        {
            var from = start + Opening.Length;
            close = close < from ? text.IndexOf(Closing, from, StringComparison.Ordinal) : close;
            if (close < 0)
                yield break;
            if (Read(text, start, from, close) is { } comment)
            {
                yield return comment;
                from = comment.End;
            }

            start = from;
        }
    }

    private static SuppressionComment? Read(string text, int start, int from, int close)
    {
        var content = text.AsSpan(from, close - from).TrimStart();
        if (!content.StartsWith(Mark, StringComparison.Ordinal))
            return null;
        content = content[Mark.Length..];
        foreach (var verb in Verbs)
        {
            if (!content.StartsWith(verb, StringComparison.Ordinal))
                continue;
            var rest = content[verb.Length..];
            if (rest is ['_' or '-', ..] || rest.Length > 0 && char.IsLetterOrDigit(rest[0]))
                return null;
            var end = rest.IndexOfAny(EndsOfIds);
            if (end >= 0 && rest[end] == '>')
                return null;
            var ids = (end < 0 ? rest : rest[..end]).ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new(start, close + Closing.Length, verb, ids, end < 0 ? "" : rest[(end + 1)..].Trim().ToString());
        }

        return null;
    }
}
