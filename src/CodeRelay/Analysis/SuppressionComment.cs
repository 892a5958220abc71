using System.Buffers;

namespace CodeRelay.Analysis;

/// <summary>A comment that switches rules off or on, as written.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Verb">"disable", "disable-next-line" or "enable".</param>
/// <param name="Rules">The ids it names; empty means all.</param>
/// <param name="Reason">What follows the colon, may be empty.</param>
internal sealed record SuppressionComment(int Start, int End, string Verb, IReadOnlyList<string> Rules, string Reason)
{
    private const string Opening = "<!--";
    private const string Closing = "-->";
    private const string Mark = "coderelay-";

    private static readonly string[] Verbs = ["disable-next-line", "disable", "enable"];

    private static readonly SearchValues<char> EndsOfIds = SearchValues.Create(":>");

    /// <summary>All such comments of a text in order. Reads each character a fixed number of times, whatever is opened and never closed.</summary>
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
