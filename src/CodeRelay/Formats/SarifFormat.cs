using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>
/// SARIF 2.1.0 (OASIS): URIs are relative to the root and escaped, every result has a location and a fingerprint that
/// survives moves of its line, and every rule includes its page. Only the reported rules are listed.
/// </summary>
internal sealed class SarifFormat : JsonDocumentFormat
{
    /// <summary>The key of a result's fingerprint.</summary>
    public const string FingerprintKey = "codeRelayFinding/v1";

    internal const string RootId = "%SRCROOT%";

    public override string Name => "sarif";

    public override string Summary => "SARIF 2.1.0 for code scanning";

    public override string Extension => "sarif";

    protected override void Write(AnalysisResult result, Utf8JsonWriter json)
    {
        var rules = result.Findings.Select(finding => finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        var driver = new SarifDriver(Product.Name, Product.Version, Product.Home.AbsoluteUri, [.. rules.Select(rule => RuleOf(rule, result.Input.Configuration))]);
        var run = new SarifRun(
            new SarifTool(driver),
            [Invocation(result.Notes)],
            new SarifUriBases(new SarifUri(UriOf(result.Input.Repository.Root))),
            "utf16CodeUnits",
            [.. result.Findings.Select(finding => ResultOf(result, finding, rules.FindIndex(rule => rule.Id == finding.Rule.Id)))]);
        JsonSerializer.Serialize(json, new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [run]), FormatJsonContext.Default.SarifLog);
    }

    private static SarifRule RuleOf(RuleInfo rule, Configuration configuration)
    {
        var page = RuleCatalog.Find(rule.Id, configuration) is { } known ? RuleCatalog.PageOf(known) : null;
        return new SarifRule(
            rule.Id,
            rule.Name,
            new SarifMessage(Sentence(rule.Summary)),
            rule.HelpUri.AbsoluteUri,
            page is null ? null : new SarifMessage(FirstParagraph(page)),
            page is null ? null : new SarifHelp(page, page),
            new SarifRuleConfiguration(!rule.IsPreview, Level(rule.Severity)),
            new SarifRuleProperties([rule.Area.ToString().ToLowerInvariant()], rule.Fix.Word()));
    }

    private static SarifInvocation Invocation(IReadOnlyList<string> notes) =>
        new(ExecutionSuccessful: true, notes.Count == 0 ? null : [.. notes.Select(note => new SarifNotification("note", new SarifMessage(note)))]);

    private static string UriOf(string root)
    {
        var path = EscapePath(root.Replace('\\', '/'));
        return $"file://{(path.StartsWith('/') ? "" : "/")}{path}{(path.EndsWith('/') ? "" : "/")}";
    }

    private static SarifResult ResultOf(AnalysisResult result, Finding finding, int ruleIndex) => new(
        finding.Rule.Id,
        ruleIndex,
        Level(finding.Severity),
        new SarifMessage(finding.Message),
        [new SarifLocation(new SarifPhysicalLocation(Artifact(finding.File), Region(finding.Range)))],
        new SarifFingerprints(finding.Fingerprint),
        finding.Fix is { } fix && fix.Edits.All(edit => result.TextOf(edit.File) is not null) ? [FixOf(result, fix)] : null,
        finding.Evidence.Count > 0 ? new SarifResultProperties(EvidenceJson.Of(finding.Evidence)) : null);

    private static SarifFix FixOf(AnalysisResult result, Fix fix) => new(
        new SarifMessage(Sentence(fix.Title)),
        [.. fix.Edits.GroupBy(edit => edit.File).Select(edits => new SarifArtifactChange(
            Artifact(edits.Key),
            [.. edits.Select(edit => new SarifReplacement(Region(RangeOf(edit, result.TextOf(edit.File)!)), new SarifMessage(edit.NewText)))]))],
        new SarifFixProperties(fix.Safety.Word()));

    private static TextRange RangeOf(TextEdit edit, SourceText text) => text.Range(edit.StartIn(text), edit.StartIn(text) + edit.Length);

    private static SarifArtifact Artifact(string path) => new(EscapePath(path), RootId);

    private static SarifRegion Region(TextRange range) => new(range.Line, range.Column, range.EndLine, range.EndColumn);

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => "none",
    };

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    // SARIF requires sentences as descriptions; a first word such as HANDOFF.md or `path` is unchanged.
    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static string FirstParagraph(string page) => string.Join(' ', page.ReplaceLineEndings("\n").Split("\n\n")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
