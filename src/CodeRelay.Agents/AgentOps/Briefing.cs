using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>The content of a foreign handoff in any format; each text may have several lines of Markdown.</summary>
internal sealed record Briefing
{
    /// <summary>The origin, for a line in the text.</summary>
    public required string Source { get; init; }

    /// <summary>The time of writing, as written; null when unknown.</summary>
    public string? Created { get; init; }

    public string? Goal { get; init; }

    /// <summary>Status, pause and unfinished work.</summary>
    public IReadOnlyList<string> InProgress { get; init; } = [];

    /// <summary>The next steps, first one first.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>The files to read, most important first.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Blockers, risks and open questions.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Finished work that git does not record.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>Everything else.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>The recorded state of the writer's worktree; null when there is none.</summary>
    public WorktreeFacts? Facts { get; init; }

    /// <summary>Combines two sources: this one first, without repetitions.</summary>
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
