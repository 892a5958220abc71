using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Consistency;

/// <summary>What each packet says now, without marks, boxes and punctuation, so that a ticked clause is the same clause.</summary>
internal sealed class PresentClauses(IReadOnlyList<Packet> packets)
{
    private readonly Dictionary<Document, HashSet<string>> _byHandoff =
        packets.ToDictionary(packet => packet.Handoff, packet => packet.Documents.SelectMany(document => document.Statements).Select(Plain).ToHashSet(StringComparer.Ordinal));

    public HashSet<string> Of(Document handoff) => _byHandoff[handoff];

    public static string Plain(Statement statement) => string.Concat(statement.Opening.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
