using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Setup.Upgrade;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay upgrade --format json`. Changes only add members.</summary>
/// <param name="Version">Of this command.</param>
/// <param name="Newest">The newest stable version in the configured sources, or null.</param>
/// <param name="Newer">True when that is newer than this command.</param>
/// <param name="Skipped">The version that is not announced, or null.</param>
/// <param name="Command">The command that installs the newest version.</param>
internal sealed record UpgradeJson(string Version, string? Newest, bool Newer, string? Skipped, string Command)
{
    public const string SchemaId = "coderelay/upgrade/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static UpgradeJson Of(UpgradeCheck check) => new(Product.Version, check.Newest, check.IsNewer, check.Skipped, Product.UpdateCommand);
}
