using System.Globalization;

namespace CodeRelay.Agents.Reports;

/// <summary>A commit time as text: to the second, with the author's offset.</summary>
internal static class TimeWord
{
    public static string Of(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
}
