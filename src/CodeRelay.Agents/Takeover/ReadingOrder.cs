using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Takeover;

/// <summary>Options beyond the files that every reader gets.</summary>
/// <param name="Budget">The token limit.</param>
internal sealed record ReadingRequest(int Budget)
{
    public bool Decisions { get; init; }

    public bool Context { get; init; }

    /// <summary>True to include the text of the important files instead of their names only.</summary>
    public bool Files { get; init; }
}

/// <summary>
/// The reading order of a packet and where it is cut: HANDOFF.md, TASKS.md, the important files. Decisions and context are
/// optional.
/// </summary>
/// <param name="Packet">The packet.</param>
/// <param name="Brief">The packet's goal and next work.</param>
/// <param name="Parts">The texts in reading order.</param>
/// <param name="Files">The important files, first to open first.</param>
/// <param name="OnRequest">Files of the packet that were not requested.</param>
internal sealed record ReadingOrder(Packet Packet, PacketBrief Brief, IReadOnlyList<ReadingPart> Parts, IReadOnlyList<ImportantFile> Files, IReadOnlyList<Document> OnRequest)
{
    // A list entry: number, path, kind.
    private const int TokensOfEntry = 20;

    /// <summary>The largest number of listed files; a longer list no longer marks what is important.</summary>
    public const int MostFiles = 20;

    /// <summary>Estimated tokens of all texts.</summary>
    public int Tokens => Parts.Sum(part => part.Tokens);

    public static ReadingOrder Of(Packet packet, Repository repository, ReadingRequest request)
    {
        var files = ImportantFile.Of(packet, repository);
        var left = Math.Max(request.Budget / 2, request.Budget - TokensOfEntry * Math.Min(MostFiles, files.Count));
        var parts = new List<ReadingPart>();
        void Add(ReadingPart part)
        {
            parts.Add(part);
            // Nothing after a cut text is read.
            left = part.CutAt is null ? left - part.Tokens : 0;
        }

        foreach (var document in packet.Documents.Where(document => document.Kind is DocumentKind.Handoff or DocumentKind.Tasks))
            Add(ReadingPart.Of(document, left));
        var wanted = packet.Documents.ToLookup(document => document.Kind == DocumentKind.Decisions ? request.Decisions : document.Kind == DocumentKind.ProjectContext ? request.Context : (bool?)null);
        // Long files must not displace the documents that the user requested by name.
        var kept = Math.Min(left / 2, wanted[true].Sum(document => document.Tokens));
        left -= kept;
        foreach (var text in request.Files ? files.Take(MostFiles).Where(file => file.Text is not null) : [])
            Add(ReadingPart.Of(text.Path, text.Text!, left));
        left += kept;
        foreach (var document in wanted[true])
            Add(ReadingPart.Of(document, left));
        return new ReadingOrder(packet, PacketBrief.Of(packet, []), parts, files, [.. wanted[false]]);
    }
}
