using System.IO.Enumeration;

namespace CodeRelay.Text;

/// <summary>Path patterns in prose: `*`, `?`, `**`, and `{a,b}` for alternatives.</summary>
internal static class GlobPattern
{
    // Nested braces multiply; no real text has this many.
    private const int MaximumAlternatives = 64;

    /// <summary>The patterns with braces expanded, in order; the pattern itself when it has none.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        var expanded = new List<string> { pattern };
        for (var at = 0; at < expanded.Count;)
        {
            var open = expanded[at].IndexOf('{', StringComparison.Ordinal);
            var close = open < 0 ? -1 : expanded[at].IndexOf('}', open);
            if (close < 0 || expanded.Count > MaximumAlternatives)
            {
                at++;
                continue;
            }

            var whole = expanded[at];
            expanded.RemoveAt(at);
            expanded.InsertRange(at, whole[(open + 1)..close].Split(',').Select(part => whole[..open] + part.Trim() + whole[(close + 1)..]));
        }

        return expanded;
    }

    /// <summary>True when a path, or a directory above it, matches.</summary>
    /// <param name="pattern">Segments with `*`, `?` and `**`; no braces.</param>
    /// <param name="path">Relative, with '/'.</param>
    /// <param name="anywhere">True to let the match begin at any segment.</param>
    public static bool Matches(string pattern, string path, bool anywhere = false)
    {
        var wanted = pattern.Split('/');
        var segments = path.Split('/');
        for (var start = 0; start <= (anywhere ? segments.Length - 1 : 0); start++)
        {
            if (Matches(wanted, segments.AsSpan(start)))
                return true;
        }

        return false;
    }

    private static bool Matches(ReadOnlySpan<string> wanted, ReadOnlySpan<string> segments)
    {
        if (wanted.IsEmpty)
            return true;
        if (wanted[0] == "**")
            return Matches(wanted[1..], segments) || !segments.IsEmpty && Matches(wanted, segments[1..]);
        return !segments.IsEmpty && FileSystemName.MatchesSimpleExpression(wanted[0], segments[0], ignoreCase: false) && Matches(wanted[1..], segments[1..]);
    }
}
