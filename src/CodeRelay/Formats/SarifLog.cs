using System.Text.Json.Serialization;

namespace CodeRelay.Formats;

/// <summary>The written subset of SARIF 2.1.0, in its own names.</summary>
public sealed record SarifLog([property: JsonPropertyName("$schema")] string SchemaUri, string Version, IReadOnlyList<SarifRun> Runs);

public sealed record SarifRun(
    SarifTool Tool,
    IReadOnlyList<SarifInvocation> Invocations,
    SarifUriBases OriginalUriBaseIds,
    string ColumnKind,
    IReadOnlyList<SarifResult> Results);

public sealed record SarifTool(SarifDriver Driver);

public sealed record SarifDriver(string Name, string SemanticVersion, string InformationUri, IReadOnlyList<SarifRule> Rules);

public sealed record SarifRule(
    string Id,
    string Name,
    SarifMessage ShortDescription,
    string HelpUri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifMessage? FullDescription,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifHelp? Help,
    SarifRuleConfiguration DefaultConfiguration,
    SarifRuleProperties Properties);

public sealed record SarifHelp(string Text, string Markdown);

public sealed record SarifRuleConfiguration(bool Enabled, string Level);

public sealed record SarifRuleProperties(IReadOnlyList<string> Tags, string Fix);

public sealed record SarifMessage(string Text);

public sealed record SarifInvocation(
    bool ExecutionSuccessful,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SarifNotification>? ToolExecutionNotifications);

public sealed record SarifNotification(string Level, SarifMessage Message);

public sealed record SarifUriBases([property: JsonPropertyName(SarifFormat.RootId)] SarifUri Root);

public sealed record SarifUri(string Uri);

public sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifMessage Message,
    IReadOnlyList<SarifLocation> Locations,
    SarifFingerprints PartialFingerprints,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SarifFix>? Fixes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifResultProperties? Properties);

public sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

public sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

public sealed record SarifArtifact(string Uri, string UriBaseId);

public sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

public sealed record SarifFingerprints([property: JsonPropertyName(SarifFormat.FingerprintKey)] string Finding);

public sealed record SarifResultProperties(IReadOnlyList<EvidenceJson> Evidence);

public sealed record SarifFix(SarifMessage Description, IReadOnlyList<SarifArtifactChange> ArtifactChanges, SarifFixProperties Properties);

public sealed record SarifArtifactChange(SarifArtifact ArtifactLocation, IReadOnlyList<SarifReplacement> Replacements);

public sealed record SarifReplacement(SarifRegion DeletedRegion, SarifMessage InsertedContent);

public sealed record SarifFixProperties(string Safety);
