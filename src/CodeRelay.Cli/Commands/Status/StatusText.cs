using System.Globalization;
using CodeRelay.Agents.Reports;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>The lines that `status` and `recover` share.</summary>
internal static class StatusText
{
    /// <summary>"main at 3f2a91c, 2 uncommitted changes".</summary>
    public static string Head(StatusReport report, HeadState head) =>
        $"{VisibleText.OfLine(head.Branch ?? "detached")} at {head.Commit?[..7] ?? "no commit yet"}, {EnumNames.Count(report.Repository.WorkingTree.Changes.Count, "uncommitted change")}{(report.Repository.IsShallow ? ", history is cut off" : "")}";

    /// <summary>A packet's age, in commits.</summary>
    public static string Age(PacketStatus packet)
    {
        var name = VisibleText.OfLine(packet.Packet.Handoff.Path);
        if (packet.LastChange is not { } change)
            return $"{name} is not committed yet";
        var since = packet.CommitsSince >= History.SinceLimit ? $"{History.SinceLimit} or more commits" : EnumNames.Count(packet.CommitsSince, "commit");
        return $"{name} last changed in {change.ShortId} on {change.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {since} since{(packet.IsEdited ? ", edited and not committed" : "")}";
    }
}
