using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Packets;

/// <summary>Finds the packets and instruction files of a repository, always in the same order, without a process.</summary>
public static class PacketDiscovery
{
    // ./a/b/HANDOFF.md is as deep as the first hooks of this kind searched.
    private const int DeepestDirectory = 2;

    // What lies there is a form to fill in or a record of other times, nobody's state.
    private static readonly string[] Unused = ["template", "templates", "example", "examples", "sample", "samples", "fixtures", "testdata", "archive", "archives"];

    private static readonly string[] InstructionPaths = ["AGENTS.md", "CLAUDE.md", ".claude/CLAUDE.md", "GEMINI.md", ".github/copilot-instructions.md"];

    /// <summary>Where a packet is looked for first unless coderelay.yml says where it is.</summary>
    public static IReadOnlyList<string> KnownDirectories { get; } = ["", "src", "docs", ".agents", ".coderelay"];

    /// <summary>The paths of all HANDOFF.md, whatever their case: in the configured directories, else in the known ones, else up to three levels deep.</summary>
    public static IReadOnlyList<string> FindHandoffs(Repository repository, PacketSettings settings)
    {
        var found = Directories(settings).SelectMany(directory => HandoffsIn(repository, directory)).ToArray();
        return found.Length > 0 || settings.PacketDirectories.Count > 0
            ? found
            : [.. DirectoryTree.Directories(repository, DeepestDirectory).Where(IsInUse).SelectMany(directory => HandoffsIn(repository, directory))];
    }

    /// <summary>What has the name of a HANDOFF.md in the configured or known directories and is not read: a link that leads out of the repository or nowhere.</summary>
    public static IReadOnlyList<string> FindUnread(Repository repository, PacketSettings settings) =>
        [.. Directories(settings).SelectMany(directory => PacketFilesIn(repository, directory)).Where(path => DocumentKinds.Of(path) == DocumentKind.Handoff && !repository.MayRead(path))];

    /// <summary>The Markdown files of the configured or known directories whose names speak of a handoff and are not HANDOFF.md: they are read when somebody names them.</summary>
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

    /// <summary>The packet around a HANDOFF.md, whatever its directory.</summary>
    public static Packet PacketOf(Repository repository, PacketSettings settings, Document handoff)
    {
        var siblings = PacketFilesIn(repository, handoff.Directory).Where(path => DocumentKinds.Of(path) != DocumentKind.Handoff)
            .Select(path => ReadDocument(repository, path)).OfType<Document>();
        return new Packet(handoff.Directory, handoff, [handoff, .. siblings], ProfileOf(handoff, settings));
    }

    /// <summary>Reads a document, or null when it is not there.</summary>
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

    // A packet that names its lane says that it is a contract.
    private static Profile ProfileOf(Document handoff, PacketSettings settings) =>
        settings.Profile ?? (LaneDeclaration.Of(handoff).NamesLane ? Profile.Contract : Profile.Relay);
}
