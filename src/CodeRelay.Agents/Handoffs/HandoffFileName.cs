using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The names of handoff files: UTC time first, so that name order is time order. Sender and topic cannot be parsed from a name; the front
/// matter holds them.
/// </summary>
internal static class HandoffFileName
{
    private const int LongestTopic = 40;
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The length of the time in a name, in characters.</summary>
    internal const int TimeLength = 16;

    /// <summary>The name of a new handoff: `[time]-from-[sender][-topic].md`.</summary>
    /// <param name="created">The time of writing.</param>
    /// <param name="sender">The writing worktree's name.</param>
    /// <param name="topic">A result of <see cref="Topic"/>, or null.</param>
    public static string Of(DateTimeOffset created, string sender, string? topic) =>
        $"{Time(created)}-from-{sender}{(topic is null ? "" : "-" + topic)}.md";

    /// <summary>True when a name in `unread` or `read` is a handoff's.</summary>
    public static bool IsValid(string name) =>
        name.EndsWith(".md", StringComparison.Ordinal) && name[0] is not ('.' or '-') && RelayName.IsPathPart(name);

    /// <summary>A time in the format of names.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time of writing from a name, or null when the name does not begin with a time.</summary>
    public static DateTimeOffset? TimeOf(string name) =>
        name.Length > TimeLength && DateTimeOffset.TryParseExact(name.AsSpan(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>A text as a topic: lower-case letters and digits, words joined by '-'; null when nothing is left.</summary>
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
