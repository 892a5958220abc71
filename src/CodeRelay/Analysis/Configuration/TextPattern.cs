using System.Text.RegularExpressions;
using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>What a team's rule looks for: a text, whatever its case, or a regular expression between slashes.</summary>
internal sealed class TextPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;

    private TextPattern(string written, string pattern, RegexOptions options)
    {
        Written = written;
        _regex = new Regex(pattern, options | RegexOptions.CultureInvariant | RegexOptions.Multiline, Limit);
    }

    /// <summary>As coderelay.yml has it.</summary>
    public string Written { get; }

    /// <summary>`text`, `/regex/` or `/regex/i`.</summary>
    /// <exception cref="RegexParseException">The regular expression is not valid.</exception>
    public static TextPattern Parse(string written)
    {
        if (written is ['/', _, .., '/'])
            return new(written, written[1..^1], RegexOptions.None);
        return written is ['/', _, .., '/', 'i'] ? new(written, written[1..^2], RegexOptions.IgnoreCase) : new(written, Regex.Escape(written), RegexOptions.IgnoreCase);
    }

    /// <summary>A text that counts as whole words only. White space in it stands for any, line breaks included.</summary>
    public static TextPattern Phrase(string written)
    {
        var words = string.Join(@"\s+", written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        return new(written, $"{(IsWord(written[0]) ? @"(?<!\w)" : "")}{words}{(IsWord(written[^1]) ? @"(?!\w)" : "")}", RegexOptions.IgnoreCase);
    }

    /// <summary>Where it occurs in a stretch of a text, as offsets into the text; never empty.</summary>
    /// <exception cref="RegexMatchTimeoutException">It takes more than a second.</exception>
    public IEnumerable<(int Start, int End)> Find(string text, int start, int end)
    {
        // What stands before the stretch is left there: it tells where a word begins.
        for (var match = Match(text, start, end); match.Success; match = match.NextMatch())
        {
            if (match.Length > 0)
                yield return (match.Index, match.Index + match.Length);
        }
    }

    /// <summary>Tells whether it occurs in a stretch of a text.</summary>
    /// <exception cref="RegexMatchTimeoutException">It takes more than a second.</exception>
    public bool IsIn(string text, int start, int end) => Match(text, start, end).Success;

    private Match Match(string text, int start, int end) => _regex.Match(end == text.Length ? text : text[..end], start);

    // Scripts without spaces have no ends of words.
    private static bool IsWord(char c) => Letters.IsWord(c) && !Letters.IsUnspaced(c);
}
