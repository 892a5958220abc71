using System.Diagnostics.CodeAnalysis;

namespace CodeRelay.Packets.Lanes;

/// <summary>Maps words to lanes.</summary>
internal static class LaneNames
{
    private static readonly Dictionary<string, Lane> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["plan"] = Lane.Plan,
        ["planning"] = Lane.Plan,
        ["planner"] = Lane.Plan,
        ["execute"] = Lane.Execute,
        ["execution"] = Lane.Execute,
        ["executing"] = Lane.Execute,
        ["executor"] = Lane.Execute,
        ["audit"] = Lane.Audit,
        ["auditing"] = Lane.Audit,
        ["auditor"] = Lane.Audit,
        ["supervise"] = Lane.Supervise,
        ["supervision"] = Lane.Supervise,
        ["supervising"] = Lane.Supervise,
        ["supervisor"] = Lane.Supervise,
    };

    public static IReadOnlyList<Lane> All { get; } = [Lane.Plan, Lane.Execute, Lane.Audit, Lane.Supervise];

    /// <summary>The canonical word, which the product writes.</summary>
    public static string Word(this Lane lane) => lane switch
    {
        Lane.Plan => "plan",
        Lane.Execute => "execute",
        Lane.Audit => "audit",
        Lane.Supervise => "supervise",
        _ => throw new ArgumentOutOfRangeException(nameof(lane), lane, message: null),
    };

    /// <summary>Reads "audit", "auditor", "the audit lane", in any case.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Lane? lane)
    {
        lane = Words.TryGetValue(Core(text ?? ""), out var found) ? found : null;
        return lane is not null;
    }

    private static string Core(string text)
    {
        var words = text.Split([' ', '-', '_', '`', '"', '\'', '*'], StringSplitOptions.RemoveEmptyEntries).AsSpan();
        if (words is [var article, ..] && article.Equals("the", StringComparison.OrdinalIgnoreCase))
            words = words[1..];
        if (words is [.., var last] && last.Equals("lane", StringComparison.OrdinalIgnoreCase))
            words = words[..^1];
        return words is [var word] ? word : "";
    }
}
