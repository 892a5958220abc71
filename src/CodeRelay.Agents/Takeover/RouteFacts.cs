using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>A transcript that a runtime left.</summary>
/// <param name="Runtime">Id of the runtime.</param>
/// <param name="File">Full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="LastWrite">When it was last written.</param>
internal sealed record SessionTrace(string Runtime, string File, long Bytes, DateTimeOffset LastWrite);

/// <summary>Something that the next step needs.</summary>
/// <param name="Name">A program, or `mcp:` and a server's name.</param>
/// <param name="From">Whether the tool at hand has it; null when that is not known.</param>
/// <param name="To">Whether the other tool has it.</param>
internal sealed record Need(string Name, bool? From, bool? To);

/// <summary>What was measured before a route is chosen.</summary>
internal sealed record RouteFacts
{
    /// <summary>The verdict on the packet for the next lane, or null without a packet.</summary>
    public GateVerdict? Gate { get; init; }

    /// <summary>The tool at hand, or null when nothing tells.</summary>
    public Receiver? From { get; init; }

    /// <summary>The lane that the packet is in, or null.</summary>
    public Lane? Lane { get; init; }

    /// <summary>The lane of the next step, or null to stay.</summary>
    public Lane? Next { get; init; }

    /// <summary>Files with uncommitted changes, the packet's own left out.</summary>
    public int Uncommitted { get; init; }

    /// <summary>The git operation that is in the middle, or null.</summary>
    public string? Operation { get; init; }

    /// <summary>The newest transcript of each runtime here, the newest first.</summary>
    public IReadOnlyList<SessionTrace> Sessions { get; init; } = [];

    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>The transcript of the tool at hand, or null.</summary>
    public SessionTrace? Session => Sessions.FirstOrDefault(session => session.Runtime == From?.Id);
}
