using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay import --format json`. Changes only add members.</summary>
/// <param name="Source">The source files, separated by commas.</param>
/// <param name="Written">Full path of the HANDOFF.md or of the handoff; null when nothing was written.</param>
/// <param name="To">The recipient's name; only with --to-inbox.</param>
/// <param name="Sentinel">The token that the receiver repeats; only with --to-inbox.</param>
/// <param name="Text">The whole HANDOFF.md or handoff.</param>
internal sealed record ImportJson(
    string Source,
    string? Written,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][RegularExpression("^hs-[a-z2-9]{10}$")] string? Sentinel,
    string Text)
{
    public const string SchemaId = "coderelay/import/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;
}
