using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Packets;

/// <summary>Finds the packets and instruction files of a repository, in a stable order and without a process.</summary>
public static class PacketDiscovery
{
    // ./a/b/HANDOFF.md, the depth that the first hooks of this kind searched.
    private const int DeepestDirectory = 2;

    // Files in these directories are templates or records of the past, not the current state.
    private static readonly string[] Unused = ["template", "templates", "example", "examples", "sample", "samples", "fixtures", "testdata", "archive", "archives"];

    private static readonly string[] InstructionPaths = ["AGENTS.md", "CLAUDE.md", ".claude/CLAUDE.md", "GEMINI.md", ".github/copilot-instructions.md"];

    /// <summary>The directories that are searched first unless coderelay.yml names others.</summary>
    public static IReadOnlyList<string> KnownDirectories { get; } = ["", "src", "docs", ".agents", ".coderelay"];

    /// <summary>The paths of all HANDOFF.md files, in any case: in the configured directories, else in the known ones, else up to three levels deep.</summary>
    public static IReadOnlyList<string> FindHandoffs(Repository repository, PacketSettings settings)
    {
        var found = Directories(settings).SelectMany(directory => HandoffsIn(repository, directory)).ToArray();
        return found.Length > 0 || settings.PacketDirectories.Count > 0
            ? found
            : [.. DirectoryTree.Directories(repository, DeepestDirectory).Where(IsInUse).SelectMany(directory => HandoffsIn(repository, directory))];
    }

    /// <summary>The handoff files in the configured or known directories that cannot be read: links that lead out of the repository or nowhere.</summary>
    public static IReadOnlyList<string> FindUnread(Repository repository, PacketSettings settings) =>
        [.. Directories(settings).SelectMany(directory => PacketFilesIn(repository, directory)).Where(path => DocumentKinds.Of(path) == DocumentKind.Handoff && !repository.MayRead(path))];

    /// <summary>The Markdown files in the configured or known directories that are named like a handoff but not HANDOFF.md; they are read only when named explicitly.</summary>
    public static IReadOnlyList<string> FindAlike(Repository repository, PacketSettings settings) =>
        [.. Directories(settings).SelectMany(directory => DirectoryTree.Files(repository, directory)).Where(path => DocumentKinds.IsAlike(path) && repository.MayRead(path))];

    /// <summary>All packets: every directory with a HANDOFF.md.</summary>
    public static IReadOnlyList<Packet> FindPackets(Repository repository, PacketSettings settings) =>
    [
        .. FindHandoffs(repository, settings).Select(path => ReadDocument(repository, path)).OfType<Document>().Select(handoff => PacketOf(repository, settings, handoff)),
    ];

    /// <summary>The instruction files that exist.</summary>
    public static IReadOnlyList<Document> FindInstructions(Repository repository) =>
        [.. InstructionPaths.Select(path => ReadDocument(repository, path)).OfType<Document>()];

    /// <summary>The packet of a HANDOFF.md, in any directory.</summary>
    public static Packet PacketOf(Repository repository, PacketSettings settings, Document handoff)
    {
        var siblings = PacketFilesIn(repository, handoff.Directory).Where(path => DocumentKinds.Of(path) != DocumentKind.Handoff)
            .Select(path => ReadDocument(repository, path)).OfType<Document>();
        return new Packet(handoff.Directory, handoff, [handoff, .. siblings], ProfileOf(handoff, settings));
    }

    /// <summary>Reads a document; null when it does not exist.</summary>
    public static Document? ReadDocument(Repository repository, string path) =>
        repository.ReadText(path) is { } text ? new Document(path, text) : null;

    private static bool IsInUse(string directory) => !Array.Exists(Unused, name => directory.Split('/').Contains(name, StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Directories(PacketSettings settings) =>
        settings.PacketDirectories.Count > 0 ? settings.PacketDirectories : KnownDirectories;

    private static IEnumerable<string> HandoffsIn(Repository repository, string directory) =>
        PacketFilesIn(repository, directory).Where(path => DocumentKinds.Of(path) == DocumentKind.Handoff && repository.MayRead(path)).Take(1);

    private static IEnumerable<string> PacketFilesIn(Repository repository, string directory) =>
        DirectoryTree.Files(repository, directory).Where(path => DocumentKinds.IsPacket(DocumentKinds.Of(path)))
            .OrderBy(path => DocumentKinds.Of(path));

    // A packet that names its lane is a contract.
    private static Profile ProfileOf(Document handoff, PacketSettings settings) =>
        settings.Profile ?? (LaneDeclaration.Of(handoff).NamesLane ? Profile.Contract : Profile.Relay);
}
