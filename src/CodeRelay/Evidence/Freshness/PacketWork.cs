using CodeRelay.Git;

namespace CodeRelay.Evidence.Freshness;

/// <summary>A commit after the packet's last change.</summary>
/// <param name="Commit">The commit with its paths.</param>
/// <param name="Relevance">The highest relevance of its paths.</param>
/// <param name="NamedPaths">The paths that are in the packet's scope.</param>
internal sealed record WorkCommit(Commit Commit, Relevance Relevance, IReadOnlyList<string> NamedPaths);

/// <summary>An uncommitted change that is newer than the packet.</summary>
/// <param name="Path">Relative to the root.</param>
/// <param name="Relevance">The relevance of the path.</param>
internal sealed record WorkChange(string Path, Relevance Relevance);

/// <summary>The work since a packet's last change.</summary>
/// <param name="LastChange">The last commit that changed its content; null when it was never committed, or the walk did not reach that commit.</param>
/// <param name="IsEdited">True when the packet has uncommitted changes or is untracked, so that it counts as changed now.</param>
/// <param name="IsBeyondHistory">True when the available history does not reach its last change.</param>
/// <param name="Commits">The later commits, newest first, without those that only change the packet; bounded.</param>
/// <param name="Changes">The uncommitted changes newer than the packet.</param>
internal sealed record PacketWork(Commit? LastChange, bool IsEdited, bool IsBeyondHistory, IReadOnlyList<WorkCommit> Commits, IReadOnlyList<WorkChange> Changes)
{
    /// <summary>The commit before <see cref="Commits"/>: the last change, or a later commit at which the packet was confirmed; null when there is none.</summary>
    public string? Base { get; init; }

    /// <summary>The confirmation in its front matter, or null.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>True when the work counts from the start of the branch, because the packet is older.</summary>
    public bool IsOfBranch { get; init; }

    /// <summary>True when the work counts from a confirmation instead of a change.</summary>
    public bool IsConfirmed => !IsOfBranch && Base is not null && Base != LastChange?.Id;

    /// <summary>True when the later commits are enough to doubt the packet.</summary>
    public bool IsOutrunByCommits => Weigh(Commits.Select(work => work.Relevance)) >= Enough;

    /// <summary>True when the later uncommitted changes are enough to doubt the packet.</summary>
    public bool IsOutrunByChanges => Weigh(Changes.Select(work => work.Relevance)) >= Enough;

    // In thirtieths, so that sums are exact. Enough is one change of named code, three of named prose, five of other code, or ten of other prose.
    private const int Enough = 30;

    private static int Weigh(IEnumerable<Relevance> relevances) => relevances.Sum(relevance => relevance switch
    {
        Relevance.Named => Enough,
        Relevance.NamedText => Enough / 3,
        Relevance.Other => Enough / 5,
        Relevance.OtherText => Enough / 10,
        _ => 0,
    });
}
