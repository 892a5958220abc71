using System.Globalization;
using System.Text;
using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>
/// Identifies a finding across edits elsewhere in the file: by rule, file, the words of the reported line, and its number among equal ones.
/// </summary>
internal static class Fingerprint
{
    // A longer line is replaced by its hash: thousands of findings on one line of a megabyte must not each copy it.
    private const int LongestLine = 1000;

    public static IReadOnlyList<Finding> Assign(IEnumerable<Finding> findings, Func<string, SourceText?> textOf)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var lines = new Dictionary<(string File, int Line), string>();
        var assigned = new List<Finding>();
        foreach (var finding in findings)
        {
            var place = (finding.File, finding.Range.Line);
            if (!lines.TryGetValue(place, out var line))
                lines[place] = line = textOf(finding.File) is { } text ? Shorten(Normalize(text.Line(finding.Range.Line))) : "";
            var key = $"{finding.Rule.Id}\n{finding.File}\n{line}";
            var occurrence = seen[key] = seen.GetValueOrDefault(key) + 1;
            assigned.Add(finding with { Fingerprint = Hash($"{key}\n{occurrence}") });
        }

        return assigned;
    }

    private static string Normalize(ReadOnlySpan<char> line) =>
        string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shorten(string line) => line.Length <= LongestLine ? line : Hash(line);

    private static string Hash(string text) => Hashing.Of(Encoding.UTF8.GetBytes(text)).ToString("x16", CultureInfo.InvariantCulture);
}
