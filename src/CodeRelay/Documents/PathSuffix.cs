using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>The suffix of a path in a reference: a line (`:12`, `:12-20`, `#L12-L20`, `(12,5)`), an anchor (`#usage`) or a symbol (`::parse`).</summary>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Line">1-based, or null.</param>
/// <param name="EndLine">Last line of a range, 1-based, or null.</param>
/// <param name="Anchor">The part after '#', or null.</param>
internal readonly partial record struct PathSuffix(int Length, int? Line, int? EndLine, string? Anchor)
{
    /// <summary>The suffix of a token; of length 0 when there is none.</summary>
    public static PathSuffix Of(string token)
    {
        var match = Form().Match(token);
        if (!match.Success)
            return default;
        var anchor = match.Groups["anchor"].Success ? match.Groups["anchor"].Value : null;
        return new PathSuffix(match.Length, Number(match.Groups["line"]), Number(match.Groups["end"]), anchor);
    }

    private static int? Number(Group group) =>
        group.Success && int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        """
        (?: :{1,2} L?(?<line>\d+) (?: : \d+ )? (?: [-–] L?(?<end>\d+) (?: : \d+ )? )?
          | \# (?<anchor> L (?<line>\d+) (?: C\d+ )? (?: - L? (?<end>\d+) (?: C\d+ )? )? )
          | \( (?<line>\d+) (?: , \s? \d+ )? \)
          | \# (?<anchor> [^\s\#]+ )
          | :: \S+
          | : [\p{L}_] [\w.]* (?: \( \) )?
        )$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
