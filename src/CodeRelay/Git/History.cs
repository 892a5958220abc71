using System.Collections.Concurrent;
using System.Globalization;

namespace CodeRelay.Git;

/// <summary>The history of HEAD. Every walk is bounded, so that its cost does not grow with the age of the repository.</summary>
internal sealed class History
{
    private const int MostMoves = 5;

    private readonly Repository _repository;
    private readonly ConcurrentDictionary<string, Lazy<Commit?>> _lastChanges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<Commit>>> _since = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<Commit>> _recent;

    internal History(Repository repository)
    {
        _repository = repository;
        _recent = new(() => Log("-n", RecentLimit.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The number of commits in <see cref="Recent"/>.</summary>
    public const int RecentLimit = 500;

    /// <summary>The most commits walked after a base; the exact number does not matter beyond it.</summary>
    public const int SinceLimit = 500;

    /// <summary>The newest commits, newest first, without paths; empty outside git or on an unborn branch.</summary>
    public IReadOnlyList<Commit> Recent => _recent.Value;

    /// <summary>The most commits walked for the last change of a file.</summary>
    public const int LastChangeLimit = 2000;

    /// <summary>
    /// The last commit that changed a file's content, not counting pure moves. Null when none of the newest
    /// <see cref="LastChangeLimit"/> commits did. Cached per path.
    /// </summary>
    public Commit? LastChange(string path) => _lastChanges.GetOrAdd(path, static (path, history) => new(() => history.FindLastChange(path)), this).Value;

    /// <summary>The newest commit that added or removed a line that matches an extended regular expression in a file, or null.</summary>
    public Commit? LastLineChange(string path, string expression) => Log("-n", "1", $"-G{expression}", "--", path) is [var change, ..] ? change : null;

    /// <summary>The newest <see cref="SinceLimit"/> commits with the paths they changed, without merges.</summary>
    public IReadOnlyList<Commit> Newest() => Newest(SinceLimit);

    /// <summary>The same, with another limit.</summary>
    public IReadOnlyList<Commit> Newest(int limit) => Log("--name-only", "--no-renames", "--no-merges", "-n", limit.ToString(CultureInfo.InvariantCulture));

    /// <summary>The commits of HEAD not reachable from <paramref name="commit"/>, newest first, without merges, with the paths they changed. Cached per commit.</summary>
    public IReadOnlyList<Commit> Since(string commit) => _since.GetOrAdd(commit, static (commit, history) => new(() => history.Between(commit, "HEAD")), this).Value;

    /// <summary>The commits of <paramref name="later"/> not reachable from <paramref name="earlier"/>, newest first, without merges, with the paths they changed; bounded.</summary>
    public IReadOnlyList<Commit> Between(string earlier, string later) =>
        Log("--name-only", "--no-renames", "--no-merges", "-n", SinceLimit.ToString(CultureInfo.InvariantCulture), $"{earlier}..{later}");

    /// <summary>True when a commit is an ancestor of HEAD.</summary>
    public bool IsAncestor(string commit) => IsAncestor(commit, "HEAD");

    /// <summary>True when a commit is an ancestor of another one.</summary>
    public bool IsAncestor(string earlier, string later) => _repository.Git?.Run("merge-base", "--is-ancestor", earlier, later).Succeeded == true;

    private Commit? FindLastChange(string path)
    {
        if (_repository.Git is not { } git)
            return null;
        if (ChangeWalk.To(path, git) is { } walk)
        {
            _since.TryAdd(walk.Change.Id, new(walk.After));
            return walk.MovedFrom is { } before ? LastChangeBefore(walk.Change, before) : walk.Change;
        }

        // Sparse: every walked commit counts towards the limit, not only those that touch the file.
        var walked = 0;
        var record = git.FindRecord(
            CommitRecords.Separator,
            record => ++walked > 0 && CommitRecords.Parse(record) is { Paths.Count: > 0 },
            [.. CommitRecords.Log, "--root", "--sparse", "-c", "--name-status", "--no-renames", "-n", LastChangeLimit.ToString(CultureInfo.InvariantCulture), "--", path]);
        if (record is null || CommitRecords.Parse(record) is not { } change)
            return null;
        // The caller needs the later commits next, and the check for a move takes as long.
        if (walked > 1)
            _ = Task.Factory.StartNew(() => Since(change.Id), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return change.Paths[0][0] == 'A' && MovedFrom(change.Id, path) is { } older ? LastChangeBefore(change, older) : change with { Paths = [] };
    }

    private string? MovedFrom(string commit, string path)
    {
        var renames = _repository.Git!.Run("diff-tree", "--root", "-r", "-z", "--no-commit-id", "--name-status", "--no-ext-diff", "--no-textconv", "--diff-filter=R", "-M100%", commit).Fields;
        for (var i = 0; i + 2 < renames.Count; i += 3)
        {
            if (renames[i + 2] == path)
                return renames[i + 1];
        }

        return null;
    }

    // A file can move more than once, and back.
    private Commit LastChangeBefore(Commit move, string path)
    {
        var last = move;
        string? place = path;
        for (var moves = 0; moves < MostMoves && place is not null && Log("-n", "1", $"{last.Id}^", "--", place) is [var before, ..]; moves++)
            (last, place) = (before, MovedFrom(before.Id, place));
        return last with { Paths = [] };
    }

    internal IReadOnlyList<Commit> Log(params IEnumerable<string> arguments)
    {
        // Fails on an unborn branch, which is cheaper than asking for HEAD first.
        return _repository.Git?.Run([.. CommitRecords.Log, .. arguments]) is { Succeeded: true } log ? CommitRecords.ParseAll(log.Output.Span) : [];
    }
}
