using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Reports;

/// <summary>What `takeover` answers.</summary>
/// <param name="Verdict">The gate's.</param>
/// <param name="Receiver">Who takes over.</param>
internal sealed record TakeoverReport(GateVerdict Verdict, Receiver Receiver)
{
    public const int DefaultBudget = 1000;

    /// <summary>The prompt; null for a packet that is refused.</summary>
    public TakeoverPrompt? Prompt { get; init; }

    public int Budget { get; init; }

    public bool IsForced { get; init; }

    /// <summary>Full path of the record, or null when it could not be written.</summary>
    public string? Record { get; init; }

    /// <summary>The program that copied the prompt or why none did; null when no copy was wanted.</summary>
    public (string? Program, string Problem)? Copied { get; init; }

    /// <summary>The word for how it ended.</summary>
    public string State => IsForced ? TakeoverState.Forced : Verdict.IsAccepted ? TakeoverState.Accepted : TakeoverState.Rejected;

    public Document Handoff => Verdict.Packet.Handoff;

    /// <summary>Asks the gate, composes the prompt of a packet that passes, and keeps the verdict.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says.</param>
    /// <param name="packet">What is handed over.</param>
    /// <param name="receiver">To whom.</param>
    /// <param name="lane">In which lane; null for the packet's own.</param>
    /// <param name="budget">The longest prompt in tokens; null for that of HANDOFF.md.</param>
    /// <param name="force">Composes the prompt of a refused packet too.</param>
    /// <param name="talk">Where it is said that the verdict could not be kept.</param>
    public static TakeoverReport Of(Repository repository, Configuration configuration, Packet packet, Receiver receiver, Lane? lane, int? budget, bool force, TextWriter talk)
    {
        var verdict = Gate.Judge(repository, configuration, packet, lane, receiver, UserEnvironment.Current);
        var isForced = !verdict.IsAccepted && force;
        var tokens = budget ?? configuration.BudgetOf(packet.Handoff.Path)?.Tokens ?? DefaultBudget;
        var report = new TakeoverReport(verdict, receiver)
        {
            Budget = tokens,
            IsForced = isForced,
            Prompt = verdict.IsAccepted || isForced ? TakeoverPrompt.Compose(verdict, receiver, tokens) : null,
        };
        return report with { Record = report.Keep(repository, talk) };
    }

    private TakeoverState AsState(DateTimeOffset at) => new(State, Receiver.Id, Verdict.Lane?.Word(), at, [.. Verdict.Problems.Select(problem => $"{(problem.Items.Count > 0 ? string.Join(", ", problem.Items) : problem.Failure ?? problem.Rule)}: {problem.Message}")]);

    // Whether the verdict can be kept or not, it is the verdict.
    private string? Keep(Repository repository, TextWriter talk)
    {
        try
        {
            return AsState(DateTimeOffset.UtcNow).Save(repository, Handoff, UserEnvironment.Current);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            talk.WriteLine($"note: the verdict could not be saved: {e.Message}");
            return null;
        }
    }
}
