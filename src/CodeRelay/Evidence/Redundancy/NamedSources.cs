using CodeRelay.Documents;
using CodeRelay.Evidence.References;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>The source files that the judged documents name: where a packet explains code, it says where the code is.</summary>
internal static class NamedSources
{
    private const int MaximumFiles = 60;

    // What programs append or generate quotes what people wrote elsewhere: an issue tracker's export holds half of a packet.
    private static readonly string[] Records = ["jsonl", "ndjson", "lock", "sum", "snap", "patch", "diff", "map"];

    /// <summary>The tracked files, in the order in which they are named; documents are evidence of another kind.</summary>
    public static IReadOnlyList<string> Select(IEnumerable<Document> judged, PathEvidence paths) =>
    [
        .. judged.Where(document => document.Kind != DocumentKind.Instruction)
            .SelectMany(document => document.Mentions).Where(PathEvidence.IsPath).Select(paths.Resolve)
            .Where(resolution => resolution.Match == PathMatch.File).SelectMany(resolution => resolution.Paths)
            .Where(path => !FileNames.IsText(path) && !IsRecord(path)).Distinct(StringComparer.Ordinal).Take(MaximumFiles),
    ];

    /// <summary>True for what programs append to or generate.</summary>
    public static bool IsRecord(string path) => Records.Contains(FileNames.Extension(path), StringComparer.Ordinal);
}
