using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Evidence.References;

/// <summary>Suggests a tracked file for a path that does not exist.</summary>
internal static class NameSuggestion
{
    private const int MaximumCandidates = 20_000;

    /// <summary>The only file with the same name elsewhere, else the nearest name by edit distance, else null.</summary>
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
            .Select(file => (File: file, Distance: EditDistance.Between(name, file.AsSpan(file.LastIndexOf('/') + 1), allowed), IsNear: directory.Length > 0 && file.StartsWith(directory + "/", StringComparison.Ordinal)))
            .Where(candidate => candidate.Distance <= (candidate.IsNear ? allowed : 1))
            .OrderBy(candidate => candidate.Distance).ThenByDescending(candidate => candidate.IsNear).ThenBy(candidate => candidate.File, StringComparer.Ordinal)
            .Select(candidate => candidate.File).FirstOrDefault();
    }

    /// <summary>The nearest of these names to a misspelt one, or null when none is near.</summary>
    public static string? Among(IEnumerable<string> names, string name)
    {
        var allowed = Allowed(name);
        return names.Take(MaximumCandidates).Select(candidate => (Name: candidate, Distance: EditDistance.Between(name, candidate, allowed)))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal).Select(candidate => candidate.Name).FirstOrDefault();
    }

    private static int Allowed(string name) => name.Length switch { < 4 => 0, < 10 => 1, _ => 2 };
}
