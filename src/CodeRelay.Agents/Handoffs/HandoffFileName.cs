using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The names of handoff files: UTC time first, so that their order is that of time. Sender and topic cannot be split back out of them;
/// they stand in the front matter.
/// </summary>
internal static class HandoffFileName
{
    private const int LongestTopic = 40;
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How many characters of a name are its time.</summary>
    internal const int TimeLength = 16;

    /// <summary>The name of a new handoff: `[time]-from-[sender][-topic].md`.</summary>
    /// <param name="created">When it is written.</param>
    /// <param name="sender">The writing worktree's name.</param>
    /// <param name="topic">What <see cref="Topic"/> gives, or null.</param>
    public static string Of(DateTimeOffset created, string sender, string? topic) =>
        $"{Time(created)}-from-{sender}{(topic is null ? "" : "-" + topic)}.md";

    /// <summary>Tells whether a name in `unread` or `read` is that of a handoff.</summary>
    public static bool IsValid(string name) =>
        name.EndsWith(".md", StringComparison.Ordinal) && name[0] is not ('.' or '-') && RelayName.IsPathPart(name);

    /// <summary>A time as names begin with it.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>When a handoff was written by its name, or null when the name does not begin with a time.</summary>
    public static DateTimeOffset? TimeOf(string name) =>
        name.Length > TimeLength && DateTimeOffset.TryParseExact(name.AsSpan(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>A text as a topic: small letters and digits with '-' between words; null when nothing of it is left.</summary>
    public static string? Topic(string text)
    {
        var topic = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
                topic.Append(char.ToLowerInvariant(c));
            else if (topic.Length > 0 && topic[^1] != '-')
                topic.Append('-');
        }

        var whole = topic.ToString().TrimEnd('-');
        if (whole.Length > LongestTopic)
            whole = whole[..LongestTopic].LastIndexOf('-') is > 0 and var dash ? whole[..dash] : whole[..LongestTopic];
        return whole.Length == 0 ? null : whole;
    }
}
