using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Analysis.Fixing;
using CodeRelay.Formats;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay fix --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="DryRun">True when nothing was changed.</param>
/// <param name="Fixed">The fixed findings, in the order of their fixes; positions are those of that moment.</param>
/// <param name="Files">The files that changed.</param>
/// <param name="Left">The number of remaining findings.</param>
internal sealed record FixJson(string Root, bool DryRun, IReadOnlyList<FindingJson> Fixed, IReadOnlyList<FixFileJson> Files, int Left)
{
    public const string SchemaId = "coderelay/fix/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static FixJson Of(FixResult result, bool isDryRun) => new(
        result.Before.Input.Repository.Root,
        isDryRun,
        [.. result.Applied.Select(FindingJson.Of)],
        [.. result.Files.Select(file => new FixFileJson(file.Path, string.Concat(Difference(result, file).Select(line => line + "\n"))))],
        result.After.Findings.Count);

    /// <summary>The lines of the diff.</summary>
    // Neither side may show a secret near a change.
    public static IReadOnlyList<string> Difference(FixResult result, FixedFile file) =>
        UnifiedDiff.Lines(file.Path, new Masking(result.Before).TextOf(file.Path) ?? file.Before, new Masking(result.After).TextOf(file.Path) ?? file.After);
}

/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Diff">The unified diff, secrets masked.</param>
internal sealed record FixFileJson(string Path, string Diff);
