using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Reports;

/// <summary>The result of `takeover`.</summary>
/// <param name="Verdict">The gate's.</param>
/// <param name="Receiver">The receiver.</param>
internal sealed record TakeoverReport(GateVerdict Verdict, Receiver Receiver)
{
    public const int DefaultBudget = 1000;

    /// <summary>The prompt; null for a rejected packet.</summary>
    public TakeoverPrompt? Prompt { get; init; }

    public int Budget { get; init; }

    public bool IsForced { get; init; }

    /// <summary>Full path of the record, or null when it could not be written.</summary>
    public string? Record { get; init; }

    /// <summary>The program that copied the prompt, or the reason why none did; null without a request to copy.</summary>
    public (string? Program, string Problem)? Copied { get; init; }

    /// <summary>The name of the outcome.</summary>
    public string State => IsForced ? TakeoverState.Forced : Verdict.IsAccepted ? TakeoverState.Accepted : TakeoverState.Rejected;

    public Document Handoff => Verdict.Packet.Handoff;

    /// <summary>Runs the gate, composes the prompt of an accepted packet, and stores the verdict.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="configuration">The settings of coderelay.yml.</param>
    /// <param name="packet">The packet to hand over.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="lane">The receiver's lane; null for the packet's own.</param>
    /// <param name="budget">The prompt's token limit; null for that of HANDOFF.md.</param>
    /// <param name="force">True to compose the prompt of a rejected packet too.</param>
    /// <param name="talk">The stream for a warning that the verdict could not be stored.</param>
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

    // The verdict counts even when it cannot be stored.
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
