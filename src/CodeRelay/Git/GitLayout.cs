using System.Diagnostics.CodeAnalysis;

namespace CodeRelay.Git;

/// <summary>Locates a repository by its files (gitrepository-layout(5)), without a process.</summary>
internal static class GitLayout
{
    /// <summary>True when a directory is the top level of a working tree (main, linked or submodule).</summary>
    public static bool TryRead(string directory, [NotNullWhen(true)] out string? gitDirectory, [NotNullWhen(true)] out string? commonDirectory)
    {
        gitDirectory = commonDirectory = null;
        var dotGit = Path.Combine(directory, ".git");
        if (File.Exists(dotGit))
        {
            var line = ReadLine(dotGit);
            if (line?.StartsWith("gitdir:", StringComparison.Ordinal) != true)
                return false;
            gitDirectory = Path.GetFullPath(Path.Combine(directory, line["gitdir:".Length..].Trim()));
        }
        else
        {
            gitDirectory = dotGit;
        }

        if (!File.Exists(Path.Combine(gitDirectory, "HEAD")))
            return false;
        var common = ReadLine(Path.Combine(gitDirectory, "commondir"));
        commonDirectory = common is null ? gitDirectory : Path.GetFullPath(Path.Combine(gitDirectory, common));
        return true;
    }

    /// <summary>True when a directory is a bare repository or a git directory.</summary>
    public static bool IsGitDirectory(string directory) =>
        File.Exists(Path.Combine(directory, "HEAD")) && Directory.Exists(Path.Combine(directory, "objects")) && Directory.Exists(Path.Combine(directory, "refs"));

    /// <summary>The files that change with HEAD, its branch, the index, and the depth of the clone; some may not exist.</summary>
    public static IEnumerable<string> StateFiles(string? gitDirectory, string? commonDirectory)
    {
        if (gitDirectory is null || commonDirectory is null)
            return [];
        const string Symbolic = "ref: ";
        var head = Path.Combine(gitDirectory, "HEAD");
        string[] branch = ReadLine(head) is { } line && line.StartsWith(Symbolic, StringComparison.Ordinal) ? [Path.Combine(commonDirectory, line[Symbolic.Length..])] : [];
        return
        [
            head, .. branch, Path.Combine(commonDirectory, "packed-refs"), .. new[] { commonDirectory, gitDirectory }.Distinct(StringComparer.Ordinal).Select(directory => Path.Combine(directory, "reftable", "tables.list")),
            Path.Combine(gitDirectory, "index"), Path.Combine(commonDirectory, "shallow"),
        ];
    }

    /// <summary>Full paths of the top levels of the linked worktrees, including deleted ones.</summary>
    public static IEnumerable<string> LinkedWorktrees(string commonDirectory)
    {
        var records = new DirectoryInfo(Path.Combine(commonDirectory, "worktrees"));
        if (!records.Exists)
            yield break;
        foreach (var record in records.EnumerateDirectories())
        {
            // The path of the worktree's .git file; newer git versions may write it relative to the record.
            if (ReadLine(Path.Combine(record.FullName, "gitdir")) is { Length: > 0 } dotGit && Path.GetDirectoryName(Path.GetFullPath(Path.Combine(record.FullName, dotGit))) is { } root)
                yield return root;
        }
    }

    /// <summary>The text of a small file without trailing line breaks, or null when the file does not exist or is not small.</summary>
    public static string? ReadLine(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length is > 0 and < 64 * 1024 ? File.ReadAllText(path).TrimEnd('\n', '\r') : null;
    }
}
