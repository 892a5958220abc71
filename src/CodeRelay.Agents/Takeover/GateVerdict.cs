using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>Whether a packet can be taken over.</summary>
/// <param name="Packet">The packet.</param>
/// <param name="Lane">The lane that takes over, or null for a packet without lanes.</param>
/// <param name="Asked">Ids of the items that were asked for.</param>
/// <param name="Problems">Why it is refused; empty when it is accepted.</param>
/// <param name="Result">All that the check found, the lines that git tells as well among them.</param>
internal sealed record GateVerdict(Packet Packet, Lane? Lane, IReadOnlyList<string> Asked, IReadOnlyList<GateProblem> Problems, AnalysisResult Result)
{
    public bool IsAccepted => Problems.Count == 0;

    /// <summary>Ids of the items that are open, in order.</summary>
    public IReadOnlyList<string> Open => [.. Asked.Where(id => Problems.Any(problem => problem.Items.Contains(id)))];

    /// <summary>Ids of the questions that the packet cannot answer.</summary>
    public IReadOnlyList<string> OpenQuestions => [.. PacketQuestion.All.Where(question => question.Items.Any(Open.Contains)).Select(question => question.Id)];
}
