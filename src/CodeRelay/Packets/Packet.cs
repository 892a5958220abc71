using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>The packet files of a directory with a HANDOFF.md.</summary>
/// <param name="Directory">Relative to the root, "" at the root.</param>
/// <param name="Handoff">Its HANDOFF.md.</param>
/// <param name="Documents">All its files, HANDOFF.md first, in reading order.</param>
/// <param name="Profile">The profile that it must satisfy.</param>
public sealed record Packet(string Directory, Document Handoff, IReadOnlyList<Document> Documents, Profile Profile)
{
    /// <summary>
    /// True when the packet was named explicitly and no profile is configured: then the items that only a contract must answer are reported too, as info.
    /// </summary>
    public bool TellsAllItems { get; init; }

    public Document? Find(DocumentKind kind) => Documents.FirstOrDefault(document => document.Kind == kind);
}
