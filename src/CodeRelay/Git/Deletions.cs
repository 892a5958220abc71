using System.Globalization;
using CodeRelay.Text;

namespace CodeRelay.Git;

/// <summary>A commit that removed a path.</summary>
/// <param name="Path">The removed path.</param>
/// <param name="Commit">The commit, without paths.</param>
/// <param name="NewPath">The new path when git detects a rename, or null when the file was deleted.</param>
internal sealed record Deletion(string Path, Commit Commit, string? NewPath);

/// <summary>The deletions and renames of the newest commits. One bounded walk; renames are detected for single commits.</summary>
internal sealed class Deletions
{
    /// <summary>The number of walked commits.</summary>
    public const int Limit = 1000;

    private const int MaximumRenames = 5;

    private readonly Repository _repository;
    private readonly Lazy<IReadOnlyDictionary<string, Commit>> _deleted;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _renames = new(StringComparer.Ordinal);

    public Deletions(Repository repository)
    {
        _repository = repository;
        _deleted = new(Read);
    }

    /// <summary>The newest deletion of a file, or of the last files of a directory; null when none is found.</summary>
    /// <param name="path">Relative to the root.</param>
    public Deletion? Find(string path)
    {
        if (_deleted.Value.TryGetValue(path, out var commit))
            return new Deletion(path, commit, Follow(path));
        var below = _deleted.Value.Where(entry => entry.Key.StartsWith(path + "/", StringComparison.Ordinal)).ToArray();
        return below.Length == 0 ? null : new Deletion(path, below.MaxBy(entry => entry.Value.Time).Value, FollowDirectory(path, [.. below.Select(entry => entry.Key)]));
    }

    /// <summary>The deletions of files whose path ends with these whole segments.</summary>
    public IEnumerable<Deletion> WithSuffix(string suffix) =>
        _deleted.Value.Where(entry => entry.Key.EndsWith("/" + suffix, StringComparison.Ordinal)).Select(entry => new Deletion(entry.Key, entry.Value, Follow(entry.Key)));

    /// <summary>The newest deletion of a file that matches a pattern, or that was below a matching directory.</summary>
    public Deletion? Matching(string pattern)
    {
        var found = _deleted.Value.Where(entry => GlobPattern.Matches(pattern, entry.Key)).ToArray();
        return found.Length == 0 ? null : new Deletion(pattern, found.MaxBy(entry => entry.Value.Time).Value, NewPath: null);
    }

    // Two renames of a file are two deletions, each with its own commit.
    private string? Follow(string path)
    {
        var current = path;
        for (var step = 0; step < MaximumRenames; step++)
        {
            if (!_deleted.Value.TryGetValue(current, out var commit) || !Renames(commit.Id).TryGetValue(current, out var next))
                return null;
            if (_repository.Files.Contains(next))
                return next;
            current = next;
        }

        return null;
    }

    private string? FollowDirectory(string path, string[] files)
    {
        var targets = files.Take(MaximumRenames).Select(file => (Old: file[path.Length..], New: Follow(file)))
            .Where(pair => pair.New?.EndsWith(pair.Old, StringComparison.Ordinal) == true)
            .Select(pair => pair.New![..^pair.Old.Length]).Distinct(StringComparer.Ordinal).ToArray();
        return targets is [var only] && _repository.Files.ContainsDirectory(only) ? only : null;
    }

    private Dictionary<string, Commit> Read()
    {
        var deleted = new Dictionary<string, Commit>(StringComparer.Ordinal);
        foreach (var commit in _repository.History.Log("--name-status", "--no-renames", "--no-merges", "-n", Limit.ToString(CultureInfo.InvariantCulture)))
        {
            foreach (var path in commit.Paths.Where(line => line.StartsWith("D\t", StringComparison.Ordinal)).Select(line => line[2..]))
            {
                if (!_repository.Files.Contains(path))
                    deleted.TryAdd(path, commit with { Paths = [] });
            }
        }

        return deleted;
    }

    private IReadOnlyDictionary<string, string> Renames(string commit)
    {
        if (!_renames.TryGetValue(commit, out var renames))
            _renames[commit] = renames = Ask(commit, "-M") ?? Ask(commit, "-M100%") ?? new Dictionary<string, string>();
        return renames;
    }

    // Similarity needs file contents, which a partial clone may lack; exact renames need only the ids.
    private Dictionary<string, string>? Ask(string commit, string detection)
    {
        var answer = _repository.Git!.Run("diff-tree", "--root", "-r", "-z", "--no-commit-id", "--name-status", "--no-ext-diff", "--no-textconv", "--diff-filter=R", detection, commit);
        if (!answer.Succeeded)
            return null;
        var fields = answer.Fields;
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 < fields.Count; i += 3)
            renames[fields[i + 1]] = fields[i + 2];
        return renames;
    }
}
