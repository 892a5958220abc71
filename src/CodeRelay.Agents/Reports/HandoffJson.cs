using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay handoff --format json`. Changes only add members.</summary>
/// <param name="Path">Full path of the written file; without --remote.</param>
/// <param name="Ref">The ref on the remote; with --remote.</param>
/// <param name="Empty">The reason why nothing was written: there was nothing to hand over.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Sentinel">The token that the receiver repeats to confirm receipt.</param>
/// <param name="Learnings">Paths relative to the root; with --artifact --learnings.</param>
internal sealed record HandoffJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ref = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Empty = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? To = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][RegularExpression("^hs-[a-z2-9]{10}$")] string? Sentinel = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Learnings = null)
{
    public const string SchemaId = "coderelay/handoff/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static HandoffJson Of(HandoffRequest request, HandoffResult result) =>
        new(result.Ref is null ? result.Written!.Path : null, result.Ref, To: request.Address.Place.Recipient, Sentinel: result.Sentinel);
}
