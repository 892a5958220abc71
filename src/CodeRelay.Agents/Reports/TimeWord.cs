using System.Globalization;

namespace CodeRelay.Agents.Reports;

/// <summary>The time of a commit as text: to the second, with the offset of its author.</summary>
internal static class TimeWord
{
    public static string Of(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
}
