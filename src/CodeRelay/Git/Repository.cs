using System.Collections.Concurrent;
using CodeRelay.Files;
using CodeRelay.Text;

namespace CodeRelay.Git;

/// <summary>
/// The checked directory: a git working tree, or a plain directory. Facts are read lazily, with one process each,
/// and at most once.
/// </summary>
public sealed class Repository
{
    // Checking this many files is still faster than starting a process.
    private const int MostInputs = 1000;

    private readonly ConcurrentDictionary<string, bool> _inputs = new(StringComparer.Ordinal);
    private readonly Lazy<HeadState?> _head;
    private readonly Lazy<WorkingTree> _workingTree;
    private readonly Lazy<FileIndex> _files;
    private readonly Lazy<IReadOnlyList<string>> _visibleFiles;
    private readonly Lazy<IReadOnlyList<Worktree>> _worktrees;
    private volatile bool _expectsWorkingTree;

    private Repository(string root, string? gitDirectory, string? commonDirectory, TimeSpan? gitTime)
    {
        Root = root;
        GitDirectory = gitDirectory;
        CommonDirectory = commonDirectory;
        Git = gitDirectory is null || !GitCommand.IsInstalled ? null : new GitCommand(root, commonDirectory) { TotalLimit = gitTime };
        History = new History(this);
        _head = new(() => Git is null ? null : _expectsWorkingTree || _workingTree!.IsValueCreated ? WorkingTree.Head : HeadState.TryRead(gitDirectory!, commonDirectory!) ?? HeadState.Read(Git));
        _workingTree = new(() => WorkingTree.Read(Git));
        _files = new(() => FileIndex.Read(this));
        _visibleFiles = new(() => FileIndex.ReadVisible(this));
        _worktrees = new(() => Git is null ? [] : Worktree.List(Git));
    }

    /// <summary>Full path of the top level, without a trailing separator.</summary>
    public string Root { get; }

    /// <summary>The worktree's own git directory, or null outside git.</summary>
    public string? GitDirectory { get; }

    /// <summary>The git directory that all linked worktrees share, or null outside git.</summary>
    public string? CommonDirectory { get; }

    /// <summary>Runs git in this repository; null outside git or when git is not installed.</summary>
    internal GitCommand? Git { get; }

    /// <summary>HEAD, or null outside git.</summary>
    internal HeadState? Head => _head.Value;

    /// <summary>Uncommitted changes; empty outside git.</summary>
    internal WorkingTree WorkingTree => _workingTree.Value;

    /// <summary>The tracked files; outside git the result of a bounded directory walk.</summary>
    internal FileIndex Files => _files.Value;

    /// <summary>True when <see cref="Files"/> needs a process, because git's index cannot be read directly.</summary>
    public bool AsksGitForFiles => Git is not null && !GitIndexFile.IsPlain(GitDirectory!);

    /// <summary>The tracked files and the untracked ones that are not ignored, in ordinal order; outside git the same as <see cref="Files"/>.</summary>
    public IReadOnlyList<string> VisibleFiles => _visibleFiles.Value;

    /// <summary>All worktrees of the repository, the main one first; empty outside git.</summary>
    internal IReadOnlyList<Worktree> Worktrees => _worktrees.Value;

    internal History History { get; }

    /// <summary>True when history is truncated (a CI checkout of depth 1), so that age cannot be determined.</summary>
    public bool IsShallow => CommonDirectory is not null && File.Exists(Path.Combine(CommonDirectory, "shallow"));

    /// <summary>Finds the repository around a directory by walking up, without starting a process.</summary>
    /// <param name="directory">The directory to start from.</param>
    /// <param name="gitTime">The time limit of all git processes together; null for none.</param>
    /// <returns>The git working tree, or the directory itself as a plain one.</returns>
    public static Repository Discover(string directory, TimeSpan? gitTime = null)
    {
        var start = RealPath.Of(Path.GetFullPath(directory));
        for (var current = start; current is not null; current = Path.GetDirectoryName(current))
        {
            if (GitLayout.TryRead(current, out var gitDirectory, out var commonDirectory))
                return new Repository(current, gitDirectory, commonDirectory, gitTime);
        }

        return new Repository(Path.TrimEndingDirectorySeparator(start), gitDirectory: null, commonDirectory: null, gitTime);
    }

    /// <summary>True when a directory is inside a bare repository, where there are no files to check.</summary>
    public static bool IsInBareRepository(string directory)
    {
        for (var current = RealPath.Of(Path.GetFullPath(directory)); current is not null; current = Path.GetDirectoryName(current))
        {
            if (GitLayout.IsGitDirectory(current))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Full paths of the files and directories that the answers so far depend on, whether they exist or not: the answers stay valid while
    /// these are unchanged. In a large repository only the uncommitted changes stand for the working tree.
    /// </summary>
    public IEnumerable<string> Inputs =>
        _inputs.Keys.Concat(GitLayout.StateFiles(GitDirectory, CommonDirectory))
            .Concat(_workingTree.IsValueCreated ? WorkingTree.Changes.Select(change => FullPath(change.Path)) : [])
            .Concat(_files.IsValueCreated && Files.Paths.Count <= MostInputs ? Files.Paths.Select(FullPath) : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Records that an answer depends on a file or directory, which need not exist.</summary>
    public void NoteInput(string fullPath) => _inputs[fullPath] = true;

    /// <summary>Announces that the working tree will be read anyway, so that the same process reads HEAD.</summary>
    public void ExpectWorkingTree() => _expectsWorkingTree = true;

    /// <summary>The full path of a path relative to the root ('/' or the platform's separator).</summary>
    public string FullPath(string relativePath) => Path.GetFullPath(Path.Combine(Root, relativePath));

    /// <summary>The path relative to the root with '/' separators, or null when it is outside.</summary>
    public string? RelativePath(string fullPath)
    {
        var relative = Path.GetRelativePath(Root, fullPath).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    /// <summary>Reads a file of the repository, never the outside target of a link.</summary>
    /// <returns>The text, or null when it does not exist, is a directory, or leads out of the repository.</returns>
    public SourceText? ReadText(string relativePath, int limit = SourceText.DefaultLimit)
    {
        NoteInput(FullPath(relativePath));
        return FileAt(relativePath) is { } file ? SourceText.Read(file, limit) : null;
    }

    /// <summary>True when <see cref="ReadText"/> can read a path.</summary>
    public bool MayRead(string relativePath) => FileAt(relativePath) is not null;

    private FileInfo? FileAt(string relativePath)
    {
        var real = RealPath.Of(FullPath(relativePath));
        return new FileInfo(real) is { Exists: true, LinkTarget: null } file && RelativePath(real) is not null ? file : null;
    }
}
