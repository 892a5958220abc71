using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Rules;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay rules --format json`. Changes only add members.</summary>
/// <param name="Rules">The whole catalogue, and the rules of coderelay.yml.</param>
internal sealed record RulesJson(IReadOnlyList<RuleJson> Rules)
{
    public const string SchemaId = "coderelay/rules/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;
}

/// <param name="Id">The rule's id.</param>
/// <param name="Name">The name of the problem.</param>
/// <param name="Area">Area of the catalogue.</param>
/// <param name="Summary">One line.</param>
/// <param name="Severity">The default severity.</param>
/// <param name="Preview">True for a rule that is off until it is configured.</param>
/// <param name="Fix">Whether a fix exists, and whether it may be applied unattended.</param>
/// <param name="NoFix">The reason why there is no fix; only where fix is none.</param>
/// <param name="Help">The rule's page.</param>
/// <param name="Effective">In HANDOFF.md at the root, by .editorconfig and coderelay.yml.</param>
internal sealed record RuleJson(
    [RegularExpression("^(RLY[0-9]{4}|TEAM[0-9]+)$")] string Id,
    string Name,
    string Area,
    string Summary,
    [AllowedValues("off", "info", "warning", "error")] string Severity,
    bool Preview,
    [AllowedValues("safe", "unsafe", "none")] string Fix,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NoFix,
    [DataType(DataType.Url)] string Help,
    [AllowedValues("off", "info", "warning", "error")] string Effective)
{
    public static RuleJson Of(RuleInfo rule, Severity effective) => new(
        rule.Id,
        rule.Name,
        rule.Area.ToString(),
        rule.Summary,
        rule.Severity.Word(),
        rule.IsPreview,
        rule.Fix.Word(),
        rule.NoFix.Length > 0 ? rule.NoFix : null,
        rule.HelpUri.AbsoluteUri,
        effective.Word());
}

/// <summary>The output of `coderelay explain --format json`. Changes only add members.</summary>
/// <inheritdoc cref="RuleJson"/>
/// <param name="Page">Markdown: reason, a bad and a good example, how to fix.</param>
internal sealed record ExplainJson(
    [RegularExpression("^(RLY[0-9]{4}|TEAM[0-9]+)$")] string Id,
    string Name,
    string Area,
    string Summary,
    [AllowedValues("off", "info", "warning", "error")] string Severity,
    bool Preview,
    [AllowedValues("safe", "unsafe", "none")] string Fix,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NoFix,
    [DataType(DataType.Url)] string Help,
    string Page)
{
    public const string SchemaId = "coderelay/explain/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static ExplainJson Of(Rule rule)
    {
        var info = RuleJson.Of(rule.Info, rule.Info.Severity);
        return new ExplainJson(info.Id, info.Name, info.Area, info.Summary, info.Severity, info.Preview, info.Fix, info.NoFix, info.Help, RuleCatalog.PageOf(rule));
    }
}
