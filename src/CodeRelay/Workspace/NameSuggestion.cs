namespace CodeRelay.Workspace;

/// <summary>Finds the tracked file that somebody may have meant.</summary>
public static class NameSuggestion
{
    private const int MaximumCandidates = 20_000;

    /// <summary>The one file with the same name elsewhere, else the nearest name by edit distance, else null.</summary>
    /// <param name="files">The tracked files.</param>
    /// <param name="path">A path that does not exist.</param>
    public static string? For(FileIndex files, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (files.WithName(name) is [var only])
            return only;
        var allowed = Allowed(Path.GetFileNameWithoutExtension(name));
        if (allowed == 0 || files.Paths.Count > MaximumCandidates || files.WithName(name).Count > 1)
            return null;
        var directory = path[..Math.Max(0, path.LastIndexOf('/'))];
        return files.Paths
            .Select(file => (File: file, Distance: Distance(name, file.AsSpan(file.LastIndexOf('/') + 1), allowed), IsNear: directory.Length > 0 && file.StartsWith(directory + "/", StringComparison.Ordinal)))
            .Where(candidate => candidate.Distance <= (candidate.IsNear ? allowed : 1))
            .OrderBy(candidate => candidate.Distance).ThenByDescending(candidate => candidate.IsNear).ThenBy(candidate => candidate.File, StringComparer.Ordinal)
            .Select(candidate => candidate.File).FirstOrDefault();
    }

    /// <summary>The name among these that is nearest to a misspelt one, or null when none is near.</summary>
    public static string? Among(IEnumerable<string> names, string name)
    {
        var allowed = Allowed(name);
        return names.Take(MaximumCandidates).Select(candidate => (Name: candidate, Distance: Distance(name, candidate, allowed)))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal).Select(candidate => candidate.Name).FirstOrDefault();
    }

    private static int Allowed(string name) => name.Length switch { < 4 => 0, < 10 => 1, _ => 2 };

    // Edits and swaps of neighbours (optimal string alignment) in three rows; ends early once the bound cannot be kept.
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int bound)
    {
        if (Math.Abs(left.Length - right.Length) > bound)
            return bound + 1;
        var beforeLast = new int[right.Length + 1];
        var last = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            var best = current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = last[j - 1] + (IsSame(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, replaced);
                if (i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]))
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                best = Math.Min(best, current[j]);
            }

            if (best > bound)
                return bound + 1;
            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static bool IsSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
