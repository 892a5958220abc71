using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Formats;
using CodeRelay.Git;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay recover --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="Head">Full object id of HEAD; null outside git and on a branch without commits.</param>
/// <param name="Branch">Short name of the branch; null outside git and when HEAD is detached.</param>
/// <param name="Shallow">True for a shallow clone, where age is unknown.</param>
/// <param name="Operation">The unfinished git operation, or null.</param>
/// <param name="Uncommitted">Files with uncommitted changes.</param>
/// <param name="Changes">The first ten of them.</param>
/// <param name="Packet">The HANDOFF.md nearest to the current directory; null for none.</param>
/// <param name="LastChange">The last commit that touched HANDOFF.md; null when none did. Only with a packet.</param>
/// <param name="LastChangeTime">The time of that commit. Only with a packet.</param>
/// <param name="CommitsSince">Commits after it; 500 means that many or more. Only with a packet.</param>
/// <param name="Edited">True when HANDOFF.md has uncommitted changes. Only with a packet.</param>
/// <param name="Commits">The newest commits since the packet's last change, at most five; without a packet the newest of the branch.</param>
/// <param name="Goal">The goal on one line; null for none.</param>
/// <param name="InProgress">The work in progress, one line each.</param>
/// <param name="Next">The next steps in order.</param>
/// <param name="Tasks">Check boxes of TASKS.md, or of HANDOFF.md where there is none.</param>
/// <param name="OpenTasks">The first three open tasks, those in progress first.</param>
/// <param name="Inbox">The handoffs for this worktree.</param>
/// <param name="Summary">Totals.</param>
/// <param name="Findings">The three most severe.</param>
/// <param name="Now">The next action, in one sentence.</param>
internal sealed record RecoverJson(
    string Root,
    string? Head,
    string? Branch,
    bool Shallow,
    [AllowedValues("merge", "rebase", "cherry-pick", "revert", "bisect")] string? Operation,
    int Uncommitted,
    IReadOnlyList<ChangeJson> Changes,
    string? Packet,
    string? LastChange,
    [DataType(DataType.DateTime)] string? LastChangeTime,
    int CommitsSince,
    bool Edited,
    IReadOnlyList<CommitJson> Commits,
    string? Goal,
    IReadOnlyList<string> InProgress,
    IReadOnlyList<string> Next,
    TaskCountsJson Tasks,
    IReadOnlyList<string> OpenTasks,
    RecoverInboxJson Inbox,
    SummaryJson Summary,
    IReadOnlyList<FindingJson> Findings,
    string Now)
{
    public const string SchemaId = "coderelay/recover/1";

    private const int MostChanges = 10;
    private const int MostShown = 3;

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    /// <param name="report">The collected facts.</param>
    /// <param name="now">The reader's worktree.</param>
    public static RecoverJson Of(RecoverReport report, WorktreeFacts now)
    {
        var repository = report.Repository;
        var packet = report.Packet is { } known ? PacketStatusJson.Of(known) : null;
        return new RecoverJson(
            repository.Root,
            repository.Head?.Commit,
            repository.Head?.Branch,
            repository.IsShallow,
            report.Operation,
            repository.WorkingTree.Changes.Count,
            [.. repository.WorkingTree.Changes.Take(MostChanges).Select(change => new ChangeJson(change.Path, change.Status))],
            report.Packet?.Packet.Handoff.Path,
            packet?.LastChange,
            packet?.LastChangeTime,
            packet?.CommitsSince ?? 0,
            packet?.Edited ?? false,
            [.. report.Commits.Take(RecoverReport.MostCommits).Select(CommitJson.Of)],
            report.Brief?.Goal,
            report.Brief?.InProgress ?? [],
            report.Brief?.Next ?? [],
            TaskCountsJson.Of(report.Packet?.Tasks),
            [.. (report.Brief?.OpenTasks ?? []).Take(MostShown)],
            RecoverInboxJson.Of(report, now),
            SummaryJson.Of(report.Status.Result),
            [.. report.Findings.Take(MostShown).Select(FindingJson.Of)],
            report.Now());
    }
}

/// <summary>The same without a packet, and so without its age.</summary>
internal sealed record RecoverWithoutPacketJson(
    string Root,
    string? Head,
    string? Branch,
    bool Shallow,
    string? Operation,
    int Uncommitted,
    IReadOnlyList<ChangeJson> Changes,
    string? Packet,
    IReadOnlyList<CommitJson> Commits,
    string? Goal,
    IReadOnlyList<string> InProgress,
    IReadOnlyList<string> Next,
    TaskCountsJson Tasks,
    IReadOnlyList<string> OpenTasks,
    RecoverInboxJson Inbox,
    SummaryJson Summary,
    IReadOnlyList<FindingJson> Findings,
    string Now)
{
    [JsonPropertyOrder(-1)]
    public string Schema => RecoverJson.SchemaId;

    public static RecoverWithoutPacketJson Of(RecoverJson all) => new(
        all.Root, all.Head, all.Branch, all.Shallow, all.Operation, all.Uncommitted, all.Changes, all.Packet, all.Commits, all.Goal, all.InProgress, all.Next, all.Tasks, all.OpenTasks, all.Inbox, all.Summary, all.Findings, all.Now);
}

/// <param name="Path">Relative to root; an untracked directory ends with '/'.</param>
/// <param name="Status">The two letters of `git status --porcelain`.</param>
internal sealed record ChangeJson(string Path, string Status);

/// <param name="Id">Full object id.</param>
/// <param name="Time">The commit time.</param>
/// <param name="Subject">First line of the message.</param>
/// <param name="Files">The changed paths, at most ten.</param>
/// <param name="FileCount">The number of changed paths.</param>
internal sealed record CommitJson(string Id, [DataType(DataType.DateTime)] string Time, string Subject, IReadOnlyList<string> Files, int FileCount)
{
    private const int MostFiles = 10;

    public static CommitJson Of(Commit commit) => new(commit.Id, TimeWord.Of(commit.Time), commit.Subject, [.. commit.Paths.Take(MostFiles)], commit.Paths.Count);
}

/// <param name="Waiting">The unread handoffs, oldest first.</param>
/// <param name="Claimed">Handoffs under a reader's lease.</param>
/// <param name="Received">The handoff received last; empty for none.</param>
/// <param name="Problem">The reason why the inbox could not be read; null when it could.</param>
internal sealed record RecoverInboxJson(IReadOnlyList<InboxItemJson> Waiting, int Claimed, IReadOnlyList<InboxItemJson> Received, string? Problem)
{
    public static RecoverInboxJson Of(RecoverReport report, WorktreeFacts now) => new(
        [.. report.Waiting.Select(file => InboxItemJson.Of(file, now))],
        report.Leased,
        report.LastReceived is { } received ? [InboxItemJson.Of(received, now)] : [],
        report.InboxProblem);
}
