using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>The gate's verdict on a packet.</summary>
/// <param name="Packet">The packet.</param>
/// <param name="Lane">The lane of the receiver, or null for a packet without lanes.</param>
/// <param name="Asked">Ids of the required items.</param>
/// <param name="Problems">The reasons to reject; empty when it is accepted.</param>
/// <param name="Result">All findings of the check, including redundant lines.</param>
internal sealed record GateVerdict(Packet Packet, Lane? Lane, IReadOnlyList<string> Asked, IReadOnlyList<GateProblem> Problems, AnalysisResult Result)
{
    public bool IsAccepted => Problems.Count == 0;

    /// <summary>Ids of the open items, in order.</summary>
    public IReadOnlyList<string> Open => [.. Asked.Where(id => Problems.Any(problem => problem.Items.Contains(id)))];

    /// <summary>Ids of the questions that the packet cannot answer.</summary>
    public IReadOnlyList<string> OpenQuestions => [.. PacketQuestion.All.Where(question => question.Items.Any(Open.Contains)).Select(question => question.Id)];
}
