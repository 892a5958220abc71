using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay confirm --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the working tree.</param>
/// <param name="Head">The commit at which the packet was confirmed.</param>
/// <param name="Files">One entry for each packet.</param>
internal sealed record ConfirmJson(string Root, [RegularExpression("^[0-9a-f]{40,64}$")] string Head, IReadOnlyList<ConfirmFileJson> Files)
{
    public const string SchemaId = "coderelay/confirm/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;
}

/// <param name="Path">The HANDOFF.md, relative to the root.</param>
/// <param name="Previous">The previously confirmed commit.</param>
/// <param name="Written">False when it was already confirmed at this commit.</param>
internal sealed record ConfirmFileJson(string Path, string? Previous, bool Written);
