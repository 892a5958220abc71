using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Takeover;

/// <summary>What somebody asks for beyond the files that everybody reads.</summary>
/// <param name="Budget">Tokens at most.</param>
internal sealed record ReadingRequest(int Budget)
{
    public bool Decisions { get; init; }

    public bool Context { get; init; }

    /// <summary>True when the text of the important files is wanted, and not their names alone.</summary>
    public bool Files { get; init; }
}

/// <summary>
/// What to read of a packet, in order, and where to stop: HANDOFF.md, TASKS.md, the files that are named as important. What was decided and
/// how things are run is read by those who need it.
/// </summary>
/// <param name="Packet">The packet.</param>
/// <param name="Brief">What it says of the way on.</param>
/// <param name="Parts">The texts in the order of reading.</param>
/// <param name="Files">The important files, the first to open first.</param>
/// <param name="OnRequest">Files of the packet that were not asked for.</param>
internal sealed record ReadingOrder(Packet Packet, PacketBrief Brief, IReadOnlyList<ReadingPart> Parts, IReadOnlyList<ImportantFile> Files, IReadOnlyList<Document> OnRequest)
{
    // A line of the list: number, path, what it is.
    private const int TokensOfEntry = 20;

    /// <summary>As many important files are listed; whoever names more does not say which are important.</summary>
    public const int MostFiles = 20;

    /// <summary>Estimated tokens of all that is shown of files.</summary>
    public int Tokens => Parts.Sum(part => part.Tokens);

    public static ReadingOrder Of(Packet packet, Repository repository, ReadingRequest request)
    {
        var files = ImportantFile.Of(packet, repository);
        var left = Math.Max(request.Budget / 2, request.Budget - TokensOfEntry * Math.Min(MostFiles, files.Count));
        var parts = new List<ReadingPart>();
        void Add(ReadingPart part)
        {
            parts.Add(part);
            // What comes later is not read before what was cut.
            left = part.CutAt is null ? left - part.Tokens : 0;
        }

        foreach (var document in packet.Documents.Where(document => document.Kind is DocumentKind.Handoff or DocumentKind.Tasks))
            Add(ReadingPart.Of(document, left));
        var wanted = packet.Documents.ToLookup(document => document.Kind == DocumentKind.Decisions ? request.Decisions : document.Kind == DocumentKind.ProjectContext ? request.Context : (bool?)null);
        // Long files must not crowd out what was asked for by name.
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
