using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>A transcript of a runtime.</summary>
/// <param name="Runtime">Id of the runtime.</param>
/// <param name="File">Full path.</param>
/// <param name="Bytes">The size in bytes.</param>
/// <param name="LastWrite">The last write time.</param>
internal sealed record SessionTrace(string Runtime, string File, long Bytes, DateTimeOffset LastWrite);

/// <summary>A requirement of the next step.</summary>
/// <param name="Name">A program, or `mcp:` and a server's name.</param>
/// <param name="From">True when the current tool has it; null when unknown.</param>
/// <param name="To">True when the other tool has it; null when unknown.</param>
internal sealed record Need(string Name, bool? From, bool? To);

/// <summary>The measurements for a route.</summary>
internal sealed record RouteFacts
{
    /// <summary>The gate's verdict on the packet for the next lane, or null without a packet.</summary>
    public GateVerdict? Gate { get; init; }

    /// <summary>The current tool, or null when unknown.</summary>
    public Receiver? From { get; init; }

    /// <summary>The packet's lane, or null.</summary>
    public Lane? Lane { get; init; }

    /// <summary>The lane of the next step, or null to stay.</summary>
    public Lane? Next { get; init; }

    /// <summary>The number of files with uncommitted changes, without packet files.</summary>
    public int Uncommitted { get; init; }

    /// <summary>The unfinished git operation, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>The newest transcript of each runtime here, newest first.</summary>
    public IReadOnlyList<SessionTrace> Sessions { get; init; } = [];

    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>The transcript of the current tool, or null.</summary>
    public SessionTrace? Session => Sessions.FirstOrDefault(session => session.Runtime == From?.Id);
}
