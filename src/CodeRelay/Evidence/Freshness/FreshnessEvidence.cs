using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Evidence.Freshness;

/// <summary>The work after each packet's last change. At most two git walks per packet, both bounded.</summary>
internal sealed class FreshnessEvidence
{
    private const int MostNamedPaths = 20;

    private static readonly TimeSpan TimeOfOneSession = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan TimeOfOneCommit = TimeSpan.FromSeconds(2);

    private readonly Repository _repository;
    private readonly PathEvidence _paths;
    private readonly Dictionary<string, PacketWork> _work = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlySet<string>> _boundary;

    private readonly string? _floor;

    internal FreshnessEvidence(Repository repository, PathEvidence paths, string? floor)
    {
        _floor = floor;
        _repository = repository;
        _paths = paths;
        _boundary = new(() => ShallowBoundary.Read(repository));
    }

    /// <summary>The work since the last change of a HANDOFF.md; empty outside git.</summary>
    public PacketWork Since(Document handoff)
    {
        if (!_work.TryGetValue(handoff.Path, out var work))
            _work[handoff.Path] = work = Find(handoff);
        return work;
    }

    private PacketWork Find(Document handoff)
    {
        if (_repository.Git is null)
            return new PacketWork(null, IsEdited: true, IsBeyondHistory: false, [], []);
        var scope = new PacketScope(handoff, _paths);
        // An untracked file has no history.
        var isNew = !_repository.Files.Contains(handoff.Path) || _repository.Head?.Commit is null;
        var confirmation = isNew ? null : ReadConfirmation(handoff);
        var isDirty = isNew || _repository.WorkingTree.Changes.Any(change => change.Path == handoff.Path);
        var isEdited = isNew || isDirty && (confirmation is null || !ContentChanges.IsOnlyConfirmed(_repository, handoff.Path));
        var written = isNew ? null : _repository.History.LastChange(handoff.Path);
        var last = confirmation is null ? written : ContentChanges.Last(_repository, handoff.Path);
        var since = confirmation is null ? last?.Id : Later(confirmation, last, isDirty ? last : written);
        var isCutOff = last is not null && _boundary.Value.Contains(last.Id) || last is null && !isEdited && _repository.IsShallow;
        // The branch is not responsible for a packet that was stale before it began.
        var isOfBranch = _floor is not null && (since is null || !_repository.History.IsAncestor(_floor, since));
        since = isOfBranch ? _floor : since;
        var commits = isEdited ? [] : TrivialCommits.Lower(_repository, handoff, _paths, CommitsSince(since, scope));
        return new PacketWork(last, isEdited, isCutOff && since == last?.Id, commits, [.. ChangesSince(handoff, written, isDirty, scope)]) { Base = since, IsOfBranch = isOfBranch, Confirmation = confirmation };
    }

    // When a rebase or squash removed the confirmed commit, the commit that wrote the confirmation counts.
    private string? Later(Confirmation confirmation, Commit? last, Commit? written)
    {
        if (confirmation.State != ConfirmationState.InHistory)
            return written?.Id ?? last?.Id;
        return last is null || _repository.History.IsAncestor(last.Id, confirmation.Value) ? confirmation.Value : last.Id;
    }

    private Confirmation? ReadConfirmation(Document handoff)
    {
        if (ConfirmLine.Of(handoff) is not { } entry)
            return null;
        var isId = entry.Value.Length is >= 7 and <= 64 && entry.Value.All(char.IsAsciiHexDigitLower);
        var state = !isId || ObjectLookup.Missing(_repository, [entry.Value]).Count > 0 ? ConfirmationState.Unknown
            : _repository.History.IsAncestor(entry.Value) ? ConfirmationState.InHistory : ConfirmationState.Elsewhere;
        return new Confirmation(entry.Value, entry.Line, state);
    }

    private WorkCommit[] CommitsSince(string? since, PacketScope scope)
    {
        if (since is not null && since == _repository.Head?.Commit)
            return [];
        var commits = since is null ? _repository.History.Newest() : _repository.History.Since(since);
        return [.. commits.Select(commit => Weigh(commit, scope)).Where(work => work.Relevance != Relevance.None)];
    }

    private static WorkCommit Weigh(Commit commit, PacketScope scope)
    {
        var paths = commit.Paths.Select(path => (Path: path, Relevance: scope.Of(path))).ToArray();
        return new WorkCommit(
            commit,
            paths.Select(entry => entry.Relevance).DefaultIfEmpty(Relevance.None).Max(),
            [.. paths.Where(entry => entry.Relevance >= Relevance.NamedText).Take(MostNamedPaths).Select(entry => entry.Path)]);
    }

    private IEnumerable<WorkChange> ChangesSince(Document handoff, Commit? last, bool isEdited, PacketScope scope)
    {
        // An edited packet is as new as its file, give or take the time to write both files; a committed one is as new as its commit.
        var since = isEdited || last is null ? WriteTime(handoff.Path)?.Add(TimeOfOneSession) : last.Time.UtcDateTime.Add(TimeOfOneCommit);
        return _repository.WorkingTree.Changes
            .Select(change => new WorkChange(change.Path.TrimEnd('/'), scope.Of(change.Path.TrimEnd('/'))))
            .Where(work => work.Relevance != Relevance.None && WriteTime(work.Path) is { } time && time > since);
    }

    // For a deleted file, the write time of its directory.
    private DateTime? WriteTime(string path)
    {
        var full = _repository.FullPath(path);
        var entry = Directory.Exists(full) ? (FileSystemInfo)new DirectoryInfo(full) : new FileInfo(full);
        if (entry.Exists)
            return entry.LastWriteTimeUtc;
        return Path.GetDirectoryName(full) is { } parent && Directory.Exists(parent) ? Directory.GetLastWriteTimeUtc(parent) : null;
    }
}

/// <summary>The boundary commits of a shallow clone, which look as if they had added every file.</summary>
internal static class ShallowBoundary
{
    public static IReadOnlySet<string> Read(Repository repository)
    {
        if (!repository.IsShallow)
            return new HashSet<string>();
        return File.ReadLines(Path.Combine(repository.CommonDirectory!, "shallow")).Select(line => line.Trim()).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
    }
}
