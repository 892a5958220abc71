using System.Globalization;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Evidence.Freshness;

/// <summary>Distinguishes changes of a packet's content from changes of its confirmation only.</summary>
internal static class ContentChanges
{
    private static readonly string[] Patch = ["--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "-U0"];

    /// <summary>True when the uncommitted changes of a file only add or update its confirmation.</summary>
    public static bool IsOnlyConfirmed(Repository repository, string path) =>
        repository.Git!.Run(["diff", .. Patch, "HEAD", "--", path]) is { Succeeded: true } difference && IsOnlyConfirmation(difference.Text);

    /// <summary>The last commit that changed more of a file than its confirmation, or null when none of the newest commits did.</summary>
    public static Commit? Last(Repository repository, string path)
    {
        if (repository.History.LastChange(path) is not { } last || !IsOnlyConfirmation(repository.Git!.Run(["diff-tree", "-p", "--root", "--no-commit-id", .. Patch, last.Id, "--", path]).Text))
            return repository.History.LastChange(path);
        // Sparse: every walked commit counts towards the limit, not only those that touch the file.
        var record = repository.Git!.FindRecord(
            CommitRecords.Separator,
            record => record.Contains("\n@@ ", StringComparison.Ordinal) && !IsOnlyConfirmation(record),
            ["log", "--no-show-signature", "--format=%x1e%H", "--sparse", "-p", .. Patch, "-n", History.LastChangeLimit.ToString(CultureInfo.InvariantCulture), "--", path]);
        return record is null ? null : repository.History.Log("-n", "1", record.Split('\n')[0].Trim()) is [var commit, ..] ? commit : null;
    }

    /// <summary>True for a patch of one file whose changed lines all belong to the confirmation.</summary>
    private static bool IsOnlyConfirmation(string patch)
    {
        var isInHunk = false;
        var confirms = false;
        foreach (var line in patch.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("@@ "))
                isInHunk = true;
            else if (isInHunk && line is ['+' or '-', ..])
            {
                if (!ConfirmLine.IsNeutral(line[1..]))
                    return false;
                confirms |= ConfirmLine.IsKey(line[1..]);
            }
        }

        return confirms;
    }
}
