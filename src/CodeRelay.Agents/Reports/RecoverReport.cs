using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Hooks;
using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Reports;

/// <summary>The facts for an agent that has just lost its context.</summary>
/// <param name="Status">The check, and each packet's age.</param>
/// <param name="Packet">The packet nearest to the current directory, or null.</param>
/// <param name="Brief">The packet's goal and next work, without git facts; null without a packet.</param>
/// <param name="Commits">The commits since its last change, newest first; without a packet the newest of the branch.</param>
internal sealed record RecoverReport(StatusReport Status, PacketStatus? Packet, PacketBrief? Brief, IReadOnlyList<Commit> Commits)
{
    public const int MostCommits = 5;

    private const int LongestStep = 200;

    /// <summary>The unfinished git operation, or null.</summary>
    public string? Operation { get; private init; }

    /// <summary>The unread handoffs, oldest first.</summary>
    public IReadOnlyList<HandoffFile> Waiting { get; private init; } = [];

    /// <summary>The number of handoffs under a reader's lease.</summary>
    public int Leased { get; private init; }

    /// <summary>The handoff received last, or null.</summary>
    public HandoffFile? LastReceived { get; private init; }

    /// <summary>The reason why the inbox cannot be read, or null.</summary>
    public string? InboxProblem { get; private init; }

    public Repository Repository => Status.Repository;

    /// <summary>The findings, most severe first; among equals those about the shown packet.</summary>
    public IEnumerable<Finding> Findings => Status.Result.Findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.File == Packet?.Packet.Handoff.Path ? 0 : 1);

    /// <param name="status">The check, and each packet's age.</param>
    /// <param name="nearest">The packet nearest to the current directory, or null.</param>
    /// <param name="findInbox">Finds the inbox of the current directory; null for none.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static RecoverReport Read(StatusReport status, Packet? nearest, Func<Inbox?> findInbox)
    {
        var repository = status.Repository;
        var packet = status.Packets.FirstOrDefault(packet => packet.Packet == nearest);
        var commits = packet?.LastChange is { } change ? repository.History.Since(change.Id) : repository.History.Newest(MostCommits);
        var report = new RecoverReport(status, packet, packet is null ? null : PacketBrief.Of(packet.Packet, status.Result.Findings), commits) { Operation = GitOperation.InProgress(repository) };
        return report.WithInbox(findInbox);
    }

    /// <summary>The next action, in one sentence.</summary>
    public string Now() => this switch
    {
        { Operation: { } operation } => $"a {operation} is in the middle: finish or abort it first; `git status` shows how",
        { Waiting.Count: > 0 } => $"read the waiting handoffs first: `coderelay inbox take{(Waiting.Count > 1 ? " --all" : "")}`",
        { Packet: null } => Repository.WorkingTree.IsClean ? "there is no packet and so no next step: ask for it; `coderelay init` writes a packet for the next session" : "there is no packet and so no next step: read the uncommitted changes with `git diff` and ask what is still to do",
        _ when Step() is not { } step => $"{Packet.Packet.Handoff.Path} names no next step: ask for it and write it there",
        _ when IsOutrun() => $"{Packet.Packet.Handoff.Path} is older than the commits and changes above: correct it, then go on with: {OneLine.Clip(Step()!, LongestStep)}",
        { Brief: { Next.Count: 0, InProgress.Count: > 0 } } => $"finish the work in progress: {OneLine.Clip(Step()!, LongestStep)}",
        _ => $"go on with: {OneLine.Clip(Step()!, LongestStep)}",
    };

    private string? Step() => Brief switch
    {
        { Next: [var step, ..] } => step,
        { InProgress: [var begun, ..] } => begun,
        { OpenTasks: [var task, ..] } => task,
        _ => null,
    };

    private bool IsOutrun() => Status.Result.Findings.Any(finding => finding.Rule.Area == RuleArea.Freshness && finding.Severity >= Severity.Warning && finding.File == Packet!.Packet.Handoff.Path);

    // An unreadable inbox must not hide the rest.
    private RecoverReport WithInbox(Func<Inbox?> find)
    {
        try
        {
            if (find() is not { } inbox)
                return this;
            return this with { Waiting = inbox.Unread(), Leased = inbox.Leased().Count, LastReceived = inbox.Archived().MaxBy(file => (file.TryReadText()?["received_at"] ?? "", file.Id)) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return this with { InboxProblem = e.Message };
        }
    }
}
