using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup;

/// <summary>File changes that are complete before the first one is made.</summary>
internal sealed class FilePlan
{
    private readonly List<PlannedFile> _files = [];

    /// <summary>A file's planned bytes, or null for no file.</summary>
    public byte[]? Read(string path) =>
        _files.Find(file => file.Path == path) is { } planned ? planned.After : RegularFile.ReadBytes(path);

    /// <summary>Plans a file's content, null for none; unchanged content is included in the report.</summary>
    public void Set(string path, byte[]? content, bool executable = false)
    {
        var before = _files.Find(file => file.Path == path) is { } planned ? planned.Before : Read(path);
        _files.RemoveAll(file => file.Path == path);
        _files.Add(new PlannedFile(path, before, content, executable));
    }

    /// <summary>The files that the plan creates or changes, with their content.</summary>
    public IEnumerable<(string Path, byte[]? Before, byte[] After)> Written =>
        _files.Where(file => file.Kind is FileChangeKind.Wrote or FileChangeKind.Merged).Select(file => (file.Path, file.Before, file.After!));

    public IEnumerable<string> Paths => _files.Select(file => file.Path);

    public IEnumerable<string> Removed => _files.Where(file => file.Kind == FileChangeKind.Removed).Select(file => file.Path);

    /// <summary>The report, in the order of the plan.</summary>
    public IReadOnlyList<FileChange> Changes(Repository repository) =>
        [.. _files.Where(file => (file.Before ?? file.After) is not null).Select(file => new FileChange(repository.RelativePath(file.Path) ?? file.Path, file.Kind))];

    /// <summary>Makes the changes; when one fails, the earlier ones are undone.</summary>
    public void Apply()
    {
        var done = new Stack<PlannedFile>();
        try
        {
            foreach (var file in _files.Where(file => file.Kind != FileChangeKind.Kept))
            {
                Put(file.Path, file.After, file.IsExecutable);
                done.Push(file);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var file in done)
                Put(file.Path, file.Before, executable: false);
            throw;
        }
    }

    private static void Put(string path, byte[]? content, bool executable)
    {
        if (content is null)
            File.Delete(RealPath.Of(path));
        else
            AtomicFile.Write(path, content, executable);
    }

    private sealed record PlannedFile(string Path, byte[]? Before, byte[]? After, bool IsExecutable)
    {
        public FileChangeKind Kind => (Before, After) switch
        {
            (null, null) => FileChangeKind.Kept,
            (null, _) => FileChangeKind.Wrote,
            (_, null) => FileChangeKind.Removed,
            _ => Before.AsSpan().SequenceEqual(After) ? FileChangeKind.Kept : FileChangeKind.Merged,
        };
    }
}
