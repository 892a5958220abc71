using System.Globalization;

namespace CodeRelay.Git;

/// <summary>The last change of a file and all commits after it, from one walk from HEAD to that change.</summary>
/// <param name="Change">The newest commit that touched the file, without paths; a merge only when its content differs from each of its parents.</param>
/// <param name="MovedFrom">The previous path, when the commit moved the file without changing its content; else null.</param>
/// <param name="After">The commits of HEAD that are not reachable from <paramref name="Change"/>, newest first, without merges, with the paths they changed.</param>
internal sealed record ChangeWalk(Commit Change, string? MovedFrom, IReadOnlyList<Commit> After)
{
    // This walk compares all paths of each commit; farther back, a walk limited to one path is cheaper.
    private const int MostCommits = 50;

    /// <summary>Walks to the last change of a file.</summary>
    /// <returns>
    /// Null when none of the newest commits touched the file, or when a branch that began before the change was merged after it: then the walk
    /// does not contain all later commits, and the merge may have dropped the change.
    /// </returns>
    /// <exception cref="GitException">Git is missing or over its time limit.</exception>
    public static ChangeWalk? To(string path, GitCommand git)
    {
        var walked = new List<Step>();
        var found = git.FindRecord(
            CommitRecords.Separator,
            record =>
            {
                if (CommitRecords.Parse(record, out var parents) is not { } commit)
                    return false;
                walked.Add(new Step(commit, parents));
                return commit.Paths.Any(line => Paths(line).Contains(path));
            },
            [.. CommitRecords.LogWithParents, "--root", "-c", "--name-status", "-M100%", "-n", MostCommits.ToString(CultureInfo.InvariantCulture)],
            isEager: true);
        if (found is null)
            return null;

        var change = walked[^1].Commit;
        walked.RemoveAt(walked.Count - 1);
        if (!IsWhole(walked, change.Id))
            return null;
        var movedFrom = change.Paths.Select(Paths).FirstOrDefault(paths => paths.Length == 2 && paths[1] == path)?[0];
        var after = walked.Where(step => step.Parents.Length == 1).Select(step => step.Commit with { Paths = [.. step.Commit.Paths.SelectMany(Paths)] });
        return new ChangeWalk(change with { Paths = [] }, movedFrom, [.. after]);
    }

    // "M<tab>path", or "R100<tab>old path<tab>new path"; for a merge "MM<tab>path" when the path differs from each parent.
    private static string[] Paths(string line) => line.Split('\t')[1..];

    // Every path back from HEAD leads to the change. A root commit could belong to an unrelated history.
    private static bool IsWhole(List<Step> walked, string change)
    {
        var known = walked.Select(step => step.Commit.Id).Append(change).ToHashSet(StringComparer.Ordinal);
        return walked.TrueForAll(step => step.Parents.Length > 0 && Array.TrueForAll(step.Parents, known.Contains));
    }

    private sealed record Step(Commit Commit, string[] Parents);
}
