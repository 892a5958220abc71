using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.Budget;

/// <summary>What each runtime reads at every session start: its instruction file with the imports, and HANDOFF.md.</summary>
internal static class SessionSets
{
    /// <summary>A set of files that are read together.</summary>
    /// <param name="Entry">The instruction file that brings them in, or HANDOFF.md alone.</param>
    /// <param name="Documents">All of them, each once.</param>
    public sealed record SessionSet(Document Entry, IReadOnlyList<Document> Documents)
    {
        public int Tokens => Documents.Sum(document => document.Tokens);
    }

    /// <summary>One set per instruction file; a file that another one imports has none of its own.</summary>
    public static IReadOnlyList<SessionSet> Of(Repository repository, Packet? packet)
    {
        var closures = PacketDiscovery.FindInstructions(repository).Select(entry => Imports.Closure(repository, entry)).ToArray();
        var sets = closures.Where(closure => !closures.Any(other => other != closure && other.Skip(1).Any(document => document.Path == closure[0].Path)))
            .Select(closure => new SessionSet(closure[0], With(closure, packet?.Handoff))).ToArray();
        return sets.Length > 0 || packet is null ? sets : [new SessionSet(packet.Handoff, [packet.Handoff])];
    }

    private static IReadOnlyList<Document> With(IReadOnlyList<Document> closure, Document? handoff) =>
        handoff is null || closure.Any(document => document.Path == handoff.Path) ? closure : [.. closure, handoff];
}
