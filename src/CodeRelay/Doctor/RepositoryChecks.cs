using CodeRelay.Analysis;
using CodeRelay.Workspace;

namespace CodeRelay.Doctor;

/// <summary>What of the repository decides whether a hook has anything to say.</summary>
internal static class RepositoryChecks
{
    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says, or the defaults where it cannot be read.</param>
    /// <param name="problem">Why it cannot be read, or null.</param>
    public static IEnumerable<DoctorCheck> All(Repository repository, Configuration configuration, string? problem)
    {
        yield return problem is null
            ? new DoctorCheck("configuration", CheckLevel.Ok, $"{Configuration.FileName} {(repository.MayRead(Configuration.FileName) ? "is read" : "is not there, so the defaults hold")}")
            : new DoctorCheck("configuration", CheckLevel.Problem, problem, "mend the line; until then hooks go by the defaults");

        var packets = PacketDiscovery.FindHandoffs(repository, configuration);
        yield return packets.Count > 0
            ? new DoctorCheck("packet", CheckLevel.Ok, string.Join(", ", packets))
            : new DoctorCheck("packet", CheckLevel.Warn, "there is no HANDOFF.md, so the hook at the stop is silent", "coderelay init");
        foreach (var path in PacketDiscovery.FindUnread(repository, configuration))
            yield return new DoctorCheck("packet", CheckLevel.Warn, $"{path} is not read: it is a link that leads out of the repository or nowhere", "put the file itself there");
    }
}
