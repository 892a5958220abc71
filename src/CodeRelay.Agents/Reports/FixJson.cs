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
public sealed record FixJson(string Root, bool DryRun, IReadOnlyList<FindingJson> Fixed, IReadOnlyList<FixFileJson> Files, int Left)
{
    public const string SchemaId = "coderelay/fix/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static FixJson Of(FixResult cure, bool isDryRun) => new(
        cure.Before.Input.Repository.Root,
        isDryRun,
        [.. cure.Applied.Select(FindingJson.Of)],
        [.. cure.Files.Select(file => new FixFileJson(file.Path, string.Concat(Difference(cure, file).Select(line => line + "\n"))))],
        cure.After.Findings.Count);

    /// <summary>The lines of the diff.</summary>
    // Neither side may show a secret near a change.
    public static IReadOnlyList<string> Difference(FixResult cure, FixedFile file) =>
        UnifiedDiff.Lines(file.Path, new Masking(cure.Before).TextOf(file.Path) ?? file.Before, new Masking(cure.After).TextOf(file.Path) ?? file.After);
}

/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Diff">The unified diff, secrets masked.</param>
public sealed record FixFileJson(string Path, string Diff);
