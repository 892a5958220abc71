using System.Text.RegularExpressions;
using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>A pattern of a team rule: a text, matched in any case, or a regular expression between slashes.</summary>
internal sealed class TextPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;

    private TextPattern(string written, string pattern, RegexOptions options)
    {
        Written = written;
        _regex = new Regex(pattern, options | RegexOptions.CultureInvariant | RegexOptions.Multiline, Limit);
    }

    /// <summary>The pattern as written in coderelay.yml.</summary>
    public string Written { get; }

    /// <summary>Reads `text`, `/regex/` or `/regex/i`.</summary>
    /// <exception cref="RegexParseException">The regular expression is not valid.</exception>
    public static TextPattern Parse(string written)
    {
        if (written is ['/', _, .., '/'])
            return new(written, written[1..^1], RegexOptions.None);
        return written is ['/', _, .., '/', 'i'] ? new(written, written[1..^2], RegexOptions.IgnoreCase) : new(written, Regex.Escape(written), RegexOptions.IgnoreCase);
    }

    /// <summary>A text that matches whole words only; white space in it matches any white space, line breaks included.</summary>
    public static TextPattern Phrase(string written)
    {
        var words = string.Join(@"\s+", written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        return new(written, $"{(IsWord(written[0]) ? @"(?<!\w)" : "")}{words}{(IsWord(written[^1]) ? @"(?!\w)" : "")}", RegexOptions.IgnoreCase);
    }

    /// <summary>The matches in a range of a text, as offsets into the text; never empty.</summary>
    /// <exception cref="RegexMatchTimeoutException">Matching takes more than a second.</exception>
    public IEnumerable<(int Start, int End)> Find(string text, int start, int end)
    {
        // The text before the range stays, since it decides whether a word begins at its start.
        for (var match = Match(text, start, end); match.Success; match = match.NextMatch())
        {
            if (match.Length > 0)
                yield return (match.Index, match.Index + match.Length);
        }
    }

    /// <summary>True when the pattern matches in a range of a text.</summary>
    /// <exception cref="RegexMatchTimeoutException">Matching takes more than a second.</exception>
    public bool IsIn(string text, int start, int end) => Match(text, start, end).Success;

    private Match Match(string text, int start, int end) => _regex.Match(end == text.Length ? text : text[..end], start);

    // Scripts without spaces have no word boundaries.
    private static bool IsWord(char c) => Letters.IsWord(c) && !Letters.IsUnspaced(c);
}
