using System.Text.Json.Serialization;

namespace CodeRelay.Formats;

/// <summary>The written subset of SARIF 2.1.0, in its own names.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string SchemaUri, string Version, IReadOnlyList<SarifRun> Runs);

internal sealed record SarifRun(
    SarifTool Tool,
    IReadOnlyList<SarifInvocation> Invocations,
    SarifUriBases OriginalUriBaseIds,
    string ColumnKind,
    IReadOnlyList<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string SemanticVersion, string InformationUri, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(
    string Id,
    string Name,
    SarifMessage ShortDescription,
    string HelpUri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifMessage? FullDescription,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifHelp? Help,
    SarifRuleConfiguration DefaultConfiguration,
    SarifRuleProperties Properties);

internal sealed record SarifHelp(string Text, string Markdown);

internal sealed record SarifRuleConfiguration(bool Enabled, string Level);

internal sealed record SarifRuleProperties(IReadOnlyList<string> Tags, string Fix);

internal sealed record SarifMessage(string Text);

internal sealed record SarifInvocation(
    bool ExecutionSuccessful,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SarifNotification>? ToolExecutionNotifications);

internal sealed record SarifNotification(string Level, SarifMessage Message);

internal sealed record SarifUriBases([property: JsonPropertyName(SarifFormat.RootId)] SarifUri Root);

internal sealed record SarifUri(string Uri);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifMessage Message,
    IReadOnlyList<SarifLocation> Locations,
    SarifFingerprints PartialFingerprints,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SarifFix>? Fixes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifResultProperties? Properties);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

internal sealed record SarifArtifact(string Uri, string UriBaseId);

internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

internal sealed record SarifFingerprints([property: JsonPropertyName(SarifFormat.FingerprintKey)] string Finding);

internal sealed record SarifResultProperties(IReadOnlyList<EvidenceJson> Evidence);

internal sealed record SarifFix(SarifMessage Description, IReadOnlyList<SarifArtifactChange> ArtifactChanges, SarifFixProperties Properties);

internal sealed record SarifArtifactChange(SarifArtifact ArtifactLocation, IReadOnlyList<SarifReplacement> Replacements);

internal sealed record SarifReplacement(SarifRegion DeletedRegion, SarifMessage InsertedContent);

internal sealed record SarifFixProperties(string Safety);
