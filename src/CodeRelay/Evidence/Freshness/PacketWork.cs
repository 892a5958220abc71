using CodeRelay.Git;

namespace CodeRelay.Evidence.Freshness;

/// <summary>A commit after the packet's last change.</summary>
/// <param name="Commit">The commit with its paths.</param>
/// <param name="Concern">The strongest concern of its paths.</param>
/// <param name="NamedPaths">Those of its paths that the packet is about.</param>
internal sealed record WorkCommit(Commit Commit, Concern Concern, IReadOnlyList<string> NamedPaths);

/// <summary>An uncommitted change that is newer than the packet.</summary>
/// <param name="Path">Relative to the root.</param>
/// <param name="Concern">How much it concerns the packet.</param>
internal sealed record WorkChange(string Path, Concern Concern);

/// <summary>What happened since a packet was last changed.</summary>
/// <param name="LastChange">The last commit that changed its content; null when it was never committed, or too long ago to be found.</param>
/// <param name="IsEdited">True when it has uncommitted changes itself, or is not tracked: then it counts as changed now.</param>
/// <param name="IsBeyondHistory">True when the history that is there does not reach its last change.</param>
/// <param name="Commits">The commits since, newest first, packet-only ones left out; bounded.</param>
/// <param name="Changes">The uncommitted changes that are newer.</param>
internal sealed record PacketWork(Commit? LastChange, bool IsEdited, bool IsBeyondHistory, IReadOnlyList<WorkCommit> Commits, IReadOnlyList<WorkChange> Changes)
{
    /// <summary>The commit that <see cref="Commits"/> follow: the last change, or a later one at which the packet was confirmed; null when there is none.</summary>
    public string? Base { get; init; }

    /// <summary>The confirmation in its front matter, or null.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>True when the work is counted from where the branch began, because the packet is older.</summary>
    public bool IsOfBranch { get; init; }

    /// <summary>True when the work is counted from a confirmation and not from a change.</summary>
    public bool IsConfirmed => !IsOfBranch && Base is not null && Base != LastChange?.Id;

    /// <summary>True when enough was committed since to doubt the packet.</summary>
    public bool IsOutrunByCommits => Weigh(Commits.Select(work => work.Concern)) >= Enough;

    /// <summary>True when enough was changed since, without a commit, to doubt the packet.</summary>
    public bool IsOutrunByChanges => Weigh(Changes.Select(work => work.Concern)) >= Enough;

    // In thirtieths, so that the sums are exact: named work at once, three changes of a named document, five of other code, ten of other prose.
    private const int Enough = 30;

    private static int Weigh(IEnumerable<Concern> concerns) => concerns.Sum(concern => concern switch
    {
        Concern.Named => Enough,
        Concern.NamedText => Enough / 3,
        Concern.Other => Enough / 5,
        Concern.OtherText => Enough / 10,
        _ => 0,
    });
}
