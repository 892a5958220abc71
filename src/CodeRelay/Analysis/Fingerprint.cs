using System.Globalization;
using System.Text;
using CodeRelay.Evidence;
using CodeRelay.Packets;

namespace CodeRelay.Analysis;

/// <summary>
/// Identifies a finding across edits elsewhere in the file: rule, file, the reported line's words, and which of several equal ones it is.
/// </summary>
internal static class Fingerprint
{
    public static IReadOnlyList<Finding> Assign(IEnumerable<Finding> findings, IReadOnlyDictionary<string, Document> documents)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var assigned = new List<Finding>();
        foreach (var finding in findings)
        {
            var line = documents.TryGetValue(finding.File, out var document) ? Normalize(document.Text.Line(finding.Range.Line)) : "";
            var key = $"{finding.Rule.Id}\n{finding.File}\n{line}";
            var occurrence = seen[key] = seen.GetValueOrDefault(key) + 1;
            assigned.Add(finding with { Fingerprint = Hash($"{key}\n{occurrence}") });
        }

        return assigned;
    }

    private static string Normalize(ReadOnlySpan<char> line) =>
        string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Hash(string text) => Hashing.Of(Encoding.UTF8.GetBytes(text)).ToString("x16", CultureInfo.InvariantCulture);
}
