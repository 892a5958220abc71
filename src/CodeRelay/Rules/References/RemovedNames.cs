using System.Globalization;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Rules.References;

/// <summary>Finds the commits that removed names from files. One bounded walk for all names and files.</summary>
internal static class RemovedNames
{
    private const int MostFiles = 60;
    private const char FieldSeparator = '\u001f';

    /// <summary>The newest commit that removed a line with the name, for each name with such a commit.</summary>
    /// <param name="repository">The repository to walk.</param>
    /// <param name="names">Identifiers that the files no longer contain, each with a file that may have contained it.</param>
    public static IReadOnlyDictionary<(string Name, string File), Commit> Find(Repository repository, IReadOnlyCollection<(string Name, string File)> names)
    {
        var found = new Dictionary<(string Name, string File), Commit>();
        var files = names.Select(entry => entry.File).Distinct(StringComparer.Ordinal).Take(MostFiles).ToArray();
        if (repository.Git is null || files.Length == 0)
            return found;
        // Sparse: every walked commit counts towards the limit, not only those that touch the files.
        var log = repository.Git.Run(
        [
            "log", "--no-ext-diff", "--no-textconv", "--no-color", "--no-show-signature", "--no-renames", "--no-merges", "--sparse", "-p", "-U0", "--format=%x1e%H%x1f%ct%x1f%s%x1f",
            "-n", History.LastChangeLimit.ToString(CultureInfo.InvariantCulture), "--", .. files,
        ]);
        foreach (var record in log.Succeeded ? log.Text.Split(CommitRecords.Separator) : [])
        {
            if (record.Split(FieldSeparator, 4) is [var id, var time, var subject, var patch] && patch.Length > 1 && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                Read(patch, new Commit(id, DateTimeOffset.FromUnixTimeSeconds(seconds), subject, "", []), names, found);
        }

        return found;
    }

    /// <summary>True when a text contains a name as a whole word.</summary>
    public static bool HasWord(ReadOnlySpan<char> text, string name)
    {
        for (var from = 0; text[from..].IndexOf(name, StringComparison.Ordinal) is >= 0 and var at; from += at + 1)
        {
            var end = from + at + name.Length;
            if ((from + at == 0 || !Letters.IsWord(text[from + at - 1])) && (end == text.Length || !Letters.IsWord(text[end])))
                return true;
        }

        return false;
    }

    private static void Read(string patch, Commit commit, IReadOnlyCollection<(string Name, string File)> names, Dictionary<(string Name, string File), Commit> found)
    {
        var file = "";
        foreach (var line in patch.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("--- "))
                file = line.StartsWith("--- a/") ? line[6..].ToString() : "";
            else if (line is ['-', ..] && file.Length > 0)
            {
                foreach (var entry in names)
                {
                    if (entry.File == file && !found.ContainsKey(entry) && HasWord(line, entry.Name))
                        found[entry] = commit;
                }
            }
        }
    }
}
