using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>Applies a plan as a whole: when one file cannot be written, all are restored.</summary>
internal static class ScaffoldWriter
{
    /// <exception cref="IOException">A file cannot be written; nothing is changed.</exception>
    public static void Apply(Repository repository, ScaffoldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(repository);
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var file in plan.Files.Where(file => file.Kind != FileChangeKind.Kept))
            CheckWritable(repository.Root, file.Path);

        var undo = new Stack<Action>();
        try
        {
            foreach (var file in plan.Files)
            {
                if (file.Content is null)
                    continue;
                var path = repository.FullPath(file.Path);
                if (file.Backup is not null)
                    Write(repository.FullPath(file.Backup), File.ReadAllBytes(path), undo);
                Write(path, file.Content, undo);
            }

            HookInstaller.Install(repository, plan.Runtimes, SettingsLevel.Project);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SettingsException)
        {
            while (undo.TryPop(out var step))
                step();
            throw new IOException($"nothing was changed: {e.Message}", e);
        }
    }

    private static void Write(string path, byte[] content, Stack<Action> undo)
    {
        if (MissingDirectory(path) is { } missing)
        {
            undo.Push(() =>
            {
                if (Directory.Exists(missing))
                    Directory.Delete(missing, recursive: true);
            });
        }

        var before = RegularFile.ReadBytes(path);
        AtomicFile.Write(path, content);
        undo.Push(() =>
        {
            if (before is null)
                File.Delete(path);
            else
                AtomicFile.Write(path, before);
        });
    }

    // The topmost directory that writing the file would create.
    private static string? MissingDirectory(string path)
    {
        string? missing = null;
        for (var directory = Path.GetDirectoryName(path); directory is not null && !Directory.Exists(directory); directory = Path.GetDirectoryName(directory))
            missing = directory;
        return missing;
    }

    // A rename would replace even a read-only file.
    private static void CheckWritable(string root, string relativePath)
    {
        var target = new FileInfo(RealPath.Of(Path.GetFullPath(Path.Combine(root, relativePath))));
        if (target.Exists && target.IsReadOnly)
            throw new IOException($"{relativePath} is read-only; make it writable. Nothing was changed");
        var directory = target.Directory!;
        while (!directory.Exists && directory.Parent is not null)
        {
            if (File.Exists(directory.FullName))
                throw new IOException($"{Path.GetRelativePath(root, directory.FullName)} is a file where a directory is needed for {relativePath}. Nothing was changed");
            directory = directory.Parent;
        }

        if (!OperatingSystem.IsWindows() && directory.Attributes.HasFlag(FileAttributes.ReadOnly))
            throw new IOException($"{Path.GetRelativePath(root, directory.FullName)} is read-only, so {relativePath} cannot be written. Nothing was changed");
    }
}
