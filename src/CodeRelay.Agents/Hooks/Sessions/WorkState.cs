using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>The state of the work in a repository, read with one git call.</summary>
/// <param name="Head">HEAD's object id, or null on an unborn branch.</param>
/// <param name="Work">Hash of the uncommitted files and the content git would record; packet files are left out.</param>
/// <param name="Handoffs">Hash of the content of every HANDOFF.md by path.</param>
internal sealed record WorkState(string? Head, string Work, IReadOnlyDictionary<string, string> Handoffs)
{
    // Beyond that many files only names count; people rarely leave that many uncommitted.
    private const int MostFilesLookedAt = 5000;

    // Beyond that many, times and sizes count instead of content.
    private const int MostFilesRead = 200;

    private const string HeadField = "# branch.oid ";

    /// <summary>The time of the state, UTC.</summary>
    public DateTime ReadAt { get; init; }

    /// <summary>The uncommitted files in the hash.</summary>
    public IReadOnlyList<DirtyFile> Dirty { get; private init; } = [];

    /// <summary>The packet files with uncommitted changes.</summary>
    public IReadOnlyList<string> DirtyPacketFiles { get; private init; } = [];

    /// <summary>The files and directories that git ignores, as far as git visited them.</summary>
    public IReadOnlyList<string> Ignored { get; private init; } = [];

    /// <summary>Reads the current state.</summary>
    /// <param name="repository">A git working tree.</param>
    /// <param name="handoffs">The paths of its HANDOFF.md.</param>
    /// <param name="stateDirectory">Full path of CodeRelay's state directory, which does not count as work when it lies in the tree.</param>
    /// <exception cref="GitException">Git failed.</exception>
    public static WorkState Read(Repository repository, IReadOnlyList<string> handoffs, string stateDirectory)
    {
        var readAt = DateTime.UtcNow;
        var git = repository.Git ?? throw new GitException("git is not on PATH");
        var status = git.Run("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--ignored=matching", "--ignore-submodules=dirty", "--no-renames");
        if (!status.Succeeded)
            throw new GitException(status.Error.Split('\n')[0]);

        var fields = status.Fields;
        var ours = repository.RelativePath(stateDirectory) + "/";
        var paths = fields.Select(PathOf).OfType<string>().Where(path => ours == "/" || !path.StartsWith(ours, StringComparison.Ordinal)).ToLookup(path => IsPacketFile(path, handoffs));
        var dirty = paths[false].Select((path, index) => index < MostFilesLookedAt ? DirtyFile.Look(repository, path) : new DirtyFile(path, null, 0)).ToList();
        return new WorkState(
            fields.FirstOrDefault(field => field.StartsWith(HeadField, StringComparison.Ordinal))?[HeadField.Length..] is { } head and not "(initial)" ? head : null,
            StableHash.Of(string.Join('\n', dirty.Select((file, index) => $"{file.Path}\0{file.Mark(repository, isRead: index < MostFilesRead)}"))),
            handoffs.ToDictionary(path => path, path => StableHash.Of(repository.ReadText(path)?.Content ?? ""), StringComparer.Ordinal))
        {
            ReadAt = readAt,
            Dirty = dirty,
            Ignored = [.. fields.Where(field => field is ['!', ' ', ..]).Select(field => field[2..])],
            DirtyPacketFiles = [.. paths[true]],
        };
    }

    /// <summary>True for a file of a packet: it describes work and is none.</summary>
    public bool IsPacketFile(string path) => IsPacketFile(path, Handoffs.Keys);

    /// <summary>True when neither work nor packet changed between the two states.</summary>
    public bool IsSameAs(WorkState other) => Head == other.Head && Work == other.Work && ChangedHandoffs(other).Count == 0;

    /// <summary>The HANDOFF.md that are new or have other content than in an earlier state.</summary>
    public IReadOnlyList<string> ChangedHandoffs(WorkState earlier) =>
        [.. Handoffs.Where(handoff => !earlier.Handoffs.TryGetValue(handoff.Key, out var hash) || hash != handoff.Value).Select(handoff => handoff.Key)];

    // "1 XY sub mH mI mW hH hI path", "u XY sub m1 m2 m3 mW h1 h2 h3 path", "? path": see git-status(1).
    private static string? PathOf(string field) => field switch
    {
        ['1', ' ', ..] => field.Split(' ', 9)[^1],
        ['u', ' ', ..] => field.Split(' ', 11)[^1],
        ['?', ' ', ..] => field[2..],
        _ => null,
    };

    private static bool IsPacketFile(string path, IEnumerable<string> handoffs) =>
        DocumentKinds.IsPacket(DocumentKinds.Of(path)) && handoffs.Any(handoff => DirectoryOf(handoff) == DirectoryOf(path));

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
