using System.Text;
using CodeRelay.Analysis.Fixing;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>Writes fixed files: all of them or none.</summary>
internal static class FixedFiles
{
    /// <summary>Validates everything before the first file is written.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="files">The new contents.</param>
    /// <param name="allowDirty">True to include files with uncommitted content.</param>
    /// <exception cref="UsageException">A file changed since the check, has uncommitted content, or cannot be written; then all files are restored.</exception>
    public static void Write(Repository repository, IReadOnlyList<FixedFile> files, bool allowDirty)
    {
        if (!allowDirty && files.FirstOrDefault(file => !file.IsNew && !IsInGit(repository, file.Path)) is { } dirty)
            throw new UsageException($"{dirty.Path} has changes that are not committed, so git could not restore them; commit them first, or use --allow-dirty (--dry-run only shows the diff)");
        if (files.FirstOrDefault(file => !IsUnchanged(repository, file)) is { } changed)
            throw new UsageException($"{changed.Path} changed while the fix was prepared; nothing was written");
        var written = new Stack<FixedFile>();
        try
        {
            // Moved text is written to its new file before it leaves the old one, so an interruption loses nothing.
            foreach (var file in files.OrderByDescending(file => file.OnlyGains))
            {
                Write(repository, file.Path, file.After);
                written.Push(file);
            }
        }
        catch (UsageException)
        {
            foreach (var file in written)
                TakeBack(repository, file);
            throw;
        }
    }

    private static void TakeBack(Repository repository, FixedFile file)
    {
        if (file.IsNew)
            File.Delete(repository.FullPath(file.Path));
        else
            Write(repository, file.Path, file.Before);
    }

    private static void Write(Repository repository, string path, SourceText text) =>
        OutputFile.Write(repository.FullPath(path), [.. text.HasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.Content)]);

    // A dangling link counts as existing, because writing would follow it.
    private static bool IsUnchanged(Repository repository, FixedFile file) => file.IsNew
        ? !Path.Exists(repository.FullPath(file.Path)) && new FileInfo(repository.FullPath(file.Path)).LinkTarget is null
        : repository.ReadText(file.Path)?.Content == file.Before.Content;

    private static bool IsInGit(Repository repository, string path) =>
        repository.Files.Contains(path) && repository.Git is not null && repository.WorkingTree.Changes.All(change => change.Path != path);
}
