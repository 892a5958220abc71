using System.Collections.Concurrent;
using System.Globalization;

namespace CodeRelay.Git;

/// <summary>The commits that HEAD reaches. Every walk is bounded, so that cost does not grow with the age of the repository.</summary>
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

    /// <summary>How many commits <see cref="Recent"/> reads.</summary>
    public const int RecentLimit = 500;

    /// <summary>How many commits after a base are walked; more than that is "in bulk" whatever the exact number.</summary>
    public const int SinceLimit = 500;

    /// <summary>The newest commits, newest first, without paths; empty outside git or on an unborn branch.</summary>
    public IReadOnlyList<Commit> Recent => _recent.Value;

    /// <summary>How many commits are looked through for the last change of a file.</summary>
    public const int LastChangeLimit = 2000;

    /// <summary>
    /// The last commit that changed a file's content; one that only moved it does not count. Null when none of the newest
    /// <see cref="LastChangeLimit"/> commits did. Asked once for each path.
    /// </summary>
    public Commit? LastChange(string path) => _lastChanges.GetOrAdd(path, static (path, history) => new(() => history.FindLastChange(path)), this).Value;

    /// <summary>The newest commit that added or removed a line of a file that an extended regular expression finds, or null.</summary>
    public Commit? LastLineChange(string path, string expression) => Log("-n", "1", $"-G{expression}", "--", path) is [var change, ..] ? change : null;

    /// <summary>The newest commits with the paths they changed, merges left out, as many as <see cref="Since"/> gives at most.</summary>
    public IReadOnlyList<Commit> Newest() => Newest(SinceLimit);

    /// <summary>The same, as many as are asked for.</summary>
    public IReadOnlyList<Commit> Newest(int limit) => Log("--name-only", "--no-renames", "--no-merges", "-n", limit.ToString(CultureInfo.InvariantCulture));

    /// <summary>The commits that HEAD has and <paramref name="commit"/> has not, newest first, merges left out, with the paths they changed. Asked once for each commit.</summary>
    public IReadOnlyList<Commit> Since(string commit) => _since.GetOrAdd(commit, static (commit, history) => new(() => history.Between(commit, "HEAD")), this).Value;

    /// <summary>The commits that <paramref name="later"/> has and <paramref name="earlier"/> has not, newest first, merges left out, with the paths they changed; bounded.</summary>
    public IReadOnlyList<Commit> Between(string earlier, string later) =>
        Log("--name-only", "--no-renames", "--no-merges", "-n", SinceLimit.ToString(CultureInfo.InvariantCulture), $"{earlier}..{later}");

    /// <summary>Tells whether HEAD reaches a commit.</summary>
    public bool IsAncestor(string commit) => IsAncestor(commit, "HEAD");

    /// <summary>Tells whether a commit reaches an earlier one.</summary>
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

        // Sparse: every commit that was walked counts towards the limit, not only those that touch the file.
        var walked = 0;
        var record = git.FindRecord(
            CommitRecords.Separator,
            record => ++walked > 0 && CommitRecords.Parse(record) is { Paths.Count: > 0 },
            [.. CommitRecords.Log, "--root", "--sparse", "-c", "--name-status", "--no-renames", "-n", LastChangeLimit.ToString(CultureInfo.InvariantCulture), "--", path]);
        if (record is null || CommitRecords.Parse(record) is not { } change)
            return null;
        // What comes after it is asked for next; whether it was a move or not takes as long to find out.
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

    // A file can be moved more than once, and back.
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
        // On an unborn branch it fails, which is known sooner than HEAD.
        return _repository.Git?.Run([.. CommitRecords.Log, .. arguments]) is { Succeeded: true } log ? CommitRecords.ParseAll(log.Output.Span) : [];
    }
}
