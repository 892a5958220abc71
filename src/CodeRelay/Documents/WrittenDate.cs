using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Reads days in common notations: 2026-03-15, 15.03.2026, March 15, 2026, 15 March 2026, 2026年3月15日. Never 03/04/2026, which is ambiguous.</summary>
internal static partial class WrittenDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first day in a text, or null.</summary>
    public static (int Index, int Length, DateOnly Day)? Find(string text)
    {
        foreach (Match match in Form().Matches(text))
        {
            if (Parse(match) is { } day)
                return (match.Index, match.Length, day);
        }

        return null;
    }

    private static DateOnly? Parse(Match match)
    {
        var year = int.Parse(match.Groups["y"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var month = match.Groups["name"].Success
            ? Array.FindIndex(Months, name => match.Groups["name"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1
            : int.Parse(match.Groups["m"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var day = int.Parse(match.Groups["d"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex(
        """
        (?<![\w.-]) (?:
            (?<y>20\d\d) (?<s>[-/.]) (?<m>\d\d?) \k<s> (?<d>\d\d?) (?![\w-]|\.\d)
          | (?<d>\d\d?) \. (?<m>\d\d?) \. (?<y>20\d\d) (?!\w)
          | (?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \s (?<d>\d\d?)(?:st|nd|rd|th)? ,? \s (?<y>20\d\d) (?!\w)
          | (?<d>\d\d?)(?:st|nd|rd|th)? \s (?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ,? \s (?<y>20\d\d) (?!\w)
          | (?<y>20\d\d) \s?[年년]\s? (?<m>\d\d?) \s?[月월]\s? (?<d>\d\d?) \s?[日일] )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
