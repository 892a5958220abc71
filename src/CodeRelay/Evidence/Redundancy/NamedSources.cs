using CodeRelay.Documents;
using CodeRelay.Evidence.References;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>The source files that the checked documents name, where the code they describe is.</summary>
internal static class NamedSources
{
    private const int MaximumFiles = 60;

    // Appended and generated files quote text from elsewhere: the export of an issue tracker contains half of a packet.
    private static readonly string[] Records = ["jsonl", "ndjson", "lock", "sum", "snap", "patch", "diff", "map"];

    /// <summary>The tracked source files, in the order of their mentions; documents are indexed separately.</summary>
    public static IReadOnlyList<string> Select(IEnumerable<Document> documents, PathEvidence paths) =>
    [
        .. documents.Where(document => document.Kind != DocumentKind.Instruction)
            .SelectMany(document => document.Mentions).Where(PathEvidence.IsPath).Select(paths.Resolve)
            .Where(resolution => resolution.Match == PathMatch.File).SelectMany(resolution => resolution.Paths)
            .Where(path => !FileNames.IsText(path) && !IsRecord(path)).Distinct(StringComparer.Ordinal).Take(MaximumFiles),
    ];

    /// <summary>True for files that programs append to or generate.</summary>
    public static bool IsRecord(string path) => Records.Contains(FileNames.Extension(path), StringComparer.Ordinal);
}
