using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Setup;

/// <summary>A packet that git ignores although it is to be committed, or the other way round.</summary>
internal sealed class RLY8008PacketAgainstPolicy : Rule
{
    public override RuleInfo Info { get; } = new("RLY8008", "packet-against-policy", Severity.Warning, "git treats the packet differently from what coderelay.yml says")
    {
        NoFix = "whether the packet or the policy is right is the team's decision",
        Needs = Facts.Files,
    };

    internal override void Check(RuleContext context)
    {
        foreach (var (packet, problem) in PacketInGit.Problems(context.Repository, context.Configuration, context.Packets))
            context.Report(this, packet.Handoff, problem);
    }
}

/// <summary>Holds packets against the policy of coderelay.yml; without that file there is none.</summary>
internal static class PacketInGit
{
    public static IEnumerable<(Packet Packet, string Problem)> Problems(Repository repository, Configuration configuration, IReadOnlyList<Packet> packets)
    {
        if (repository.Git is null || configuration.PacketInGit is not { } policy)
            return [];
        var paths = packets.SelectMany(packet => packet.Documents).Select(document => document.Path).Distinct(StringComparer.Ordinal).ToArray();
        var tracked = paths.Where(repository.Files.Contains).ToHashSet(StringComparer.Ordinal);
        // Nobody has to ask about a packet that is in git.
        var ignored = tracked.Count == paths.Length ? new HashSet<string>() : IgnoreRules.Ignored(repository, paths.Where(path => !tracked.Contains(path)));
        repository.NoteInput(repository.FullPath(".gitignore"));
        return from packet in packets
               let problem = policy == PacketPolicy.Committed ? Ignored(packet, ignored) : Committed(packet, tracked, ignored)
               where problem is not null
               select (packet, problem);
    }

    private static string? Ignored(Packet packet, IReadOnlySet<string> ignored) => Names(packet, ignored.Contains) is { Length: > 0 } names
        ? $"git ignores {names}, but the packet is to be committed, so nobody else gets it; remove it from .gitignore, or write packet-in-git: ignored in {Configuration.FileName}"
        : null;

    private static string? Committed(Packet packet, HashSet<string> tracked, IReadOnlySet<string> ignored)
    {
        if (Names(packet, tracked.Contains) is { Length: > 0 } committed)
            return $"{committed} is in git, but {Configuration.FileName} says packet-in-git: ignored; run `git rm --cached` on it and add it to .gitignore";
        return Names(packet, path => !ignored.Contains(path)) is { Length: > 0 } visible
            ? $"git does not ignore {visible}, but {Configuration.FileName} says packet-in-git: ignored, so the next commit may take it along; add it to .gitignore"
            : null;
    }

    private static string Names(Packet packet, Func<string, bool> isMeant) => string.Join(", ", packet.Documents.Select(document => document.Path).Where(isMeant));
}
