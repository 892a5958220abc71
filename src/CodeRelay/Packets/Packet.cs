using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>The packet files of one directory; HANDOFF.md is what makes it a packet.</summary>
/// <param name="Directory">Relative to the root, "" at the root.</param>
/// <param name="Handoff">Its HANDOFF.md.</param>
/// <param name="Documents">All its files, HANDOFF.md first, in reading order.</param>
/// <param name="Profile">What it is held to.</param>
public sealed record Packet(string Directory, Document Handoff, IReadOnlyList<Document> Documents, Profile Profile)
{
    /// <summary>
    /// True when somebody named this packet and nothing says which profile it has: then what only a contract must answer is told as well, as info.
    /// </summary>
    public bool TellsAllItems { get; init; }

    public Document? Find(DocumentKind kind) => Documents.FirstOrDefault(document => document.Kind == kind);
}
