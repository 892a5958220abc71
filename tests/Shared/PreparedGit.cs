using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CodeRelay.TestSupport;

/// <summary>
/// What git wrote, kept for the next test of this process that asks for the same. A new repository is always the same. A commit is the same when the git
/// directory, the files, the message and the time are; whatever git might read besides (hooks, settings, nested repositories, links) lets git itself commit.
/// </summary>
internal static class PreparedGit
{
    private const int MostFiles = 300;
    private const long LargestFile = 128 * 1024;

    private static readonly Lazy<Tree> Fresh = new(Create);
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, byte[]>> Commits = new(StringComparer.Ordinal);

    /// <summary>Makes a directory a repository.</summary>
    public static void Initialize(string directory)
    {
        foreach (var folder in Fresh.Value.Folders)
            Directory.CreateDirectory(Path.Combine(directory, folder));
        Write(directory, Fresh.Value.Files);
    }

    /// <summary>Commits all files, by what was written for the same commit before or by git itself.</summary>
    /// <param name="root">The working tree.</param>
    /// <param name="identity">Message and time.</param>
    /// <param name="commit">Lets git commit.</param>
    public static void Commit(string root, string identity, Action commit)
    {
        var before = Tree.Read(root);
        if (before is null || !before.IsPlain(Fresh.Value))
        {
            commit();
            return;
        }

        var key = before.Key(identity);
        if (Commits.TryGetValue(key, out var written))
        {
            Write(root, written);
            return;
        }

        commit();
        if (Tree.Read(root) is { } after && before.Files.Keys.All(after.Files.ContainsKey))
            Commits[key] = after.Files.Where(file => !before.Files.TryGetValue(file.Key, out var old) || !old.AsSpan().SequenceEqual(file.Value)).ToDictionary(StringComparer.Ordinal);
    }

    private static Tree Create()
    {
        using var directory = new TemporaryDirectory();
        var result = ProcessRunner.Run("git", ["init", "--quiet", "--initial-branch=main"], directory.Path, environment: TemporaryRepository.Variables(DateTimeOffset.UnixEpoch));
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"git init: {result.Error}");
        // The samples of hooks are most of what there is, and nothing reads them.
        Directory.Delete(Path.Combine(directory.Path, ".git", "hooks"), recursive: true);
        return Tree.Read(directory.Path)!;
    }

    private static void Write(string root, IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (path, content) in files)
        {
            var full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, content);
        }
    }

    /// <summary>The files of a working tree and of its git directory, by their paths relative to the root.</summary>
    private sealed class Tree
    {
        private const string Settings = ".git/config";

        private readonly List<string> _executables = [];

        public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

        public List<string> Folders { get; } = [];

        /// <summary>Reads it all; null when it is large or holds more than directories and files.</summary>
        public static Tree? Read(string root)
        {
            var tree = new Tree();
            try
            {
                return tree.Add(new DirectoryInfo(root), "") ? tree : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        /// <summary>Tells whether nothing was set up that the fresh repository has not.</summary>
        public bool IsPlain(Tree fresh) =>
            Files.TryGetValue(Settings, out var settings) && settings.AsSpan().SequenceEqual(fresh.Files[Settings])
            && !Files.Keys.Any(path => path.StartsWith(".git/hooks/", StringComparison.Ordinal));

        public string Key(string identity)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes($"{identity}\0{string.Join('\0', _executables.Order(StringComparer.Ordinal))}\0\0"));
            foreach (var (path, content) in Files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{content.Length}\0"));
                hash.AppendData(content);
            }

            return Convert.ToHexString(hash.GetHashAndReset());
        }

        private bool Add(DirectoryInfo directory, string prefix)
        {
            foreach (var entry in directory.EnumerateFileSystemInfos())
            {
                var path = prefix + entry.Name;
                if ((entry.Attributes & FileAttributes.ReparsePoint) != 0 || (prefix.Length > 0 && entry.Name == ".git"))
                    return false;
                // What the product remembers between hooks; git does not read it.
                if (path == ".git/coderelay")
                    continue;
                if (entry is FileInfo file ? !Add(file, path) : !Add((DirectoryInfo)entry, path + "/"))
                    return false;
                if (entry is DirectoryInfo)
                    Folders.Add(path);
            }

            return true;
        }

        private bool Add(FileInfo file, string path)
        {
            if (file.Length > LargestFile || Files.Count == MostFiles)
                return false;
            if (!OperatingSystem.IsWindows() && (file.UnixFileMode & UnixFileMode.UserExecute) != 0)
                _executables.Add(path);
            // A pipe is as empty as it looks, and whoever opens it waits.
            Files[path] = file.Length == 0 ? [] : File.ReadAllBytes(file.FullName);
            return true;
        }
    }
}
