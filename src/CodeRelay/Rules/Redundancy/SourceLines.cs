using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Finds pasted code in the tracked files. One git search for the longest lines of all blocks; then the found files are compared line by line.</summary>
internal sealed class SourceLines
{
    private const int FewestLines = 3;

    // Two long lines are sufficient evidence; two short ones occur in any file.
    private const int LongLine = 30;
    private const int LinesPerBlock = 3;
    private const int MaximumPatterns = 30;
    private const int ShortestPattern = 16;
    private const int LongestPattern = 400;
    private const double SmallestShare = 0.6;

    private readonly Repository _repository;
    private readonly Dictionary<string, List<(string Path, int Line)>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _files = new(StringComparer.Ordinal);

    /// <param name="repository">The repository to search.</param>
    /// <param name="blocks">The lines of each block of code.</param>
    public SourceLines(Repository repository, IEnumerable<IReadOnlyList<string>> blocks)
    {
        _repository = repository;
        var patterns = blocks.SelectMany(Telling).Distinct(StringComparer.Ordinal).Take(MaximumPatterns).ToArray();
        if (repository.Git is null || patterns.Length == 0)
            return;
        var found = repository.Git.Run(["grep", "-I", "-n", "-F", "--no-color", "-z", .. patterns.SelectMany(pattern => new[] { "-e", pattern }), "--"]);
        foreach (var line in found.Text.Split('\n'))
        {
            if (line.Split('\0') is not [var path, var number, var text] || !int.TryParse(number, out var at) || IsDocument(path))
                continue;
            foreach (var pattern in patterns.Where(pattern => text.Contains(pattern, StringComparison.Ordinal)))
            {
                if (!_places.TryGetValue(pattern, out var places))
                    _places[pattern] = places = [];
                places.Add((path, at));
            }
        }
    }

    /// <summary>The file with the most lines of a block, or null when none has enough.</summary>
    public Quote? Find(IReadOnlyList<string> block)
    {
        var lines = block.Select(line => line.Trim()).Where(line => line.Length > 3).ToArray();
        if (lines.Length < FewestLines && (lines.Length < FewestLines - 1 || lines.Any(line => line.Length < LongLine)))
            return null;
        foreach (var group in Telling(block).SelectMany(pattern => _places.GetValueOrDefault(pattern) ?? []).GroupBy(place => place.Path, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(LinesPerBlock))
        {
            var known = lines.Count(LinesOf(group.Key).Contains);
            if (known >= Math.Max(FewestLines - 1, lines.Length * SmallestShare))
                return new($"{group.Key}:{group.Min(place => place.Line)}", $"{known} of {lines.Length} lines stand there");
        }

        return null;
    }

    private static IEnumerable<string> Telling(IReadOnlyList<string> block) =>
        block.Select(line => line.Trim()).Where(line => line.Length is >= ShortestPattern and <= LongestPattern).OrderByDescending(line => line.Length).Take(LinesPerBlock);

    // RLY3004 covers text that documents contain, and the packet itself would always be found.
    private static bool IsDocument(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase);

    private HashSet<string> LinesOf(string path)
    {
        if (!_files.TryGetValue(path, out var lines))
            _files[path] = lines = [.. (_repository.ReadText(path)?.Content ?? "").Split('\n').Select(line => line.Trim())];
        return lines;
    }
}
