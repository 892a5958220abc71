using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>What somebody else's handoff says, whatever its form; each text may have several lines of Markdown.</summary>
internal sealed record Briefing
{
    /// <summary>Where it comes from, for a line in the text.</summary>
    public required string Source { get; init; }

    /// <summary>When it was written, as written; null when nothing says it.</summary>
    public string? Created { get; init; }

    public string? Goal { get; init; }

    /// <summary>The status, where the work paused, what is half done.</summary>
    public IReadOnlyList<string> InProgress { get; init; } = [];

    /// <summary>The next steps, the first one first.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>What to read, the most important first.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Blockers, risks and open questions.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Finished work that git does not tell.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>Everything else.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>What it says of the worktree that it was written in; null where that is nothing.</summary>
    public WorktreeFacts? Facts { get; init; }

    /// <summary>Two sources as one: what the first says comes first, and nothing twice.</summary>
    public Briefing With(Briefing other) => this with
    {
        Source = $"{Source}, {other.Source}",
        Created = Created ?? other.Created,
        Goal = Goal ?? other.Goal,
        InProgress = Both(InProgress, other.InProgress),
        Next = Both(Next, other.Next),
        Files = Both(Files, other.Files),
        Blockers = Both(Blockers, other.Blockers),
        Decisions = Both(Decisions, other.Decisions),
        Done = Both(Done, other.Done),
        Context = Both(Context, other.Context),
        Facts = Facts ?? other.Facts,
    };

    private static IReadOnlyList<string> Both(IReadOnlyList<string> first, IReadOnlyList<string> second) => [.. first.Concat(second).Distinct(StringComparer.Ordinal)];
}
