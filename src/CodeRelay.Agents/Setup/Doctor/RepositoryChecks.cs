using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules.Setup;

namespace CodeRelay.Agents.Setup.Doctor;

/// <summary>What of the repository decides whether a hook has anything to say.</summary>
internal static class RepositoryChecks
{
    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says, or the defaults where it cannot be read.</param>
    /// <param name="problem">Why it cannot be read, or null.</param>
    public static IEnumerable<DoctorCheck> All(Repository repository, Configuration configuration, string? problem)
    {
        yield return problem is null
            ? new DoctorCheck("configuration", CheckLevel.Ok, $"{Configuration.FileName} {(repository.MayRead(Configuration.FileName) ? "is read" : "does not exist, so the defaults apply")}")
            : new DoctorCheck("configuration", CheckLevel.Problem, problem, "correct the line; until then hooks use the defaults");

        var packets = PacketDiscovery.FindHandoffs(repository, configuration);
        yield return packets.Count > 0
            ? new DoctorCheck("packet", CheckLevel.Ok, string.Join(", ", packets))
            : new DoctorCheck("packet", CheckLevel.Warn, "there is no HANDOFF.md, so the stop hook is silent", "coderelay init");
        foreach (var path in PacketDiscovery.FindUnread(repository, configuration))
            yield return new DoctorCheck("packet", CheckLevel.Warn, $"{path} is not read, because it is a link that is broken or leads out of the repository", "replace the link with the file");
        foreach (var against in AgainstPolicy(repository, configuration))
            yield return new DoctorCheck("packet", CheckLevel.Warn, against, "change .gitignore, or the policy");
        if (HiddenInstructions.HiddenBy(repository, path => PacketDiscovery.ReadDocument(repository, path)) is { } hiding)
            yield return new DoctorCheck("instructions", CheckLevel.Warn, $"Claude Code reads {hiding.Path} instead of {HiddenInstructions.FileName}, which that file does not import", $"add the line {HiddenInstructions.ImportIn(hiding)} to {hiding.Path}");
    }

    // Git that does not answer is a problem of its own, which the machine's checks tell.
    private static IReadOnlyList<string> AgainstPolicy(Repository repository, Configuration configuration)
    {
        try
        {
            return [.. PacketInGit.Problems(repository, configuration, PacketDiscovery.FindPackets(repository, configuration)).Select(entry => entry.Problem)];
        }
        catch (GitException)
        {
            return [];
        }
    }
}
