using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Rules;
using CodeRelay.Workspace;

namespace CodeRelay.Formats;

/// <summary>
/// SARIF 2.1.0 (OASIS): URIs are relative to the root and escaped, every result has a location and a fingerprint that
/// survives moves of its line, and a rule brings its page. Only the rules that were reported are listed.
/// </summary>
public sealed class SarifFormat : JsonDocumentFormat
{
    /// <summary>The key under which a result's fingerprint stands.</summary>
    public const string FingerprintKey = "codeRelayFinding/v1";

    private const string RootId = "%SRCROOT%";

    public override string Name => "sarif";

    public override string Summary => "SARIF 2.1.0 for code scanning";

    public override string Extension => "sarif";

    protected override void Write(AnalysisResult result, Utf8JsonWriter json)
    {
        var rules = result.Findings.Select(finding => finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(rules, result.Input.Configuration, json);
        WriteInvocation(result.Notes, json);
        WriteRoot(result.Input.Repository.Root, json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in result.Findings)
            WriteResult(result, finding, rules.FindIndex(rule => rule.Id == finding.Rule.Id), json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(IEnumerable<RuleInfo> rules, Configuration configuration, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", Product.Name);
        json.WriteString("semanticVersion", Product.Version);
        json.WriteString("informationUri", Product.Home.AbsoluteUri);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            WriteRule(rule, configuration, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(RuleInfo rule, Configuration configuration, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        WriteMessage("shortDescription", Sentence(rule.Summary), json);
        json.WriteString("helpUri", rule.HelpUri.AbsoluteUri);
        if (RuleCatalog.Find(rule.Id, configuration) is { } known)
            WritePage(RuleCatalog.PageOf(known), json);
        json.WriteStartObject("defaultConfiguration");
        json.WriteBoolean("enabled", !rule.IsPreview);
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(rule.Area.ToString().ToLowerInvariant());
        json.WriteEndArray();
        json.WriteString("fix", rule.Fix.Word());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePage(string page, Utf8JsonWriter json)
    {
        WriteMessage("fullDescription", FirstParagraph(page), json);
        json.WriteStartObject("help");
        json.WriteString("text", page);
        json.WriteString("markdown", page);
        json.WriteEndObject();
    }

    private static void WriteInvocation(IReadOnlyList<string> notes, Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", value: true);
        if (notes.Count > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            foreach (var note in notes)
            {
                json.WriteStartObject();
                json.WriteString("level", "note");
                WriteMessage("message", note, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRoot(string root, Utf8JsonWriter json)
    {
        var path = EscapePath(root.Replace('\\', '/'));
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(RootId);
        json.WriteString("uri", $"file://{(path.StartsWith('/') ? "" : "/")}{path}{(path.EndsWith('/') ? "" : "/")}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(AnalysisResult result, Finding finding, int ruleIndex, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Severity));
        WriteMessage("message", finding.Message, json);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(finding.File, json);
        WriteRegion("region", finding.Range, json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString(FingerprintKey, finding.Fingerprint);
        json.WriteEndObject();
        if (finding.Fix is { } fix && fix.Edits.All(edit => result.TextOf(edit.File) is not null))
            WriteFix(result, fix, json);
        if (finding.Evidence.Count > 0)
        {
            json.WriteStartObject("properties");
            JsonFormat.WriteEvidence(finding.Evidence, json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFix(AnalysisResult result, Fix fix, Utf8JsonWriter json)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        WriteMessage("description", Sentence(fix.Title), json);
        json.WriteStartArray("artifactChanges");
        foreach (var edits in fix.Edits.GroupBy(edit => edit.File))
        {
            json.WriteStartObject();
            WriteArtifact(edits.Key, json);
            json.WriteStartArray("replacements");
            foreach (var edit in edits)
            {
                json.WriteStartObject();
                WriteRegion("deletedRegion", RangeOf(edit, result.TextOf(edit.File)!), json);
                WriteMessage("insertedContent", edit.NewText, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("safety", fix.Safety.Word());
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static TextRange RangeOf(TextEdit edit, SourceText text) => text.Range(edit.StartIn(text), edit.StartIn(text) + edit.Length);

    private static void WriteArtifact(string path, Utf8JsonWriter json)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", EscapePath(path));
        json.WriteString("uriBaseId", RootId);
        json.WriteEndObject();
    }

    private static void WriteRegion(string name, TextRange range, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", range.Line);
        json.WriteNumber("startColumn", range.Column);
        json.WriteNumber("endLine", range.EndLine);
        json.WriteNumber("endColumn", range.EndColumn);
        json.WriteEndObject();
    }

    private static void WriteMessage(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "note",
        _ => "none",
    };

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    // SARIF wants descriptions to be sentences; a first word such as HANDOFF.md or `path` stays as it is.
    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static string FirstParagraph(string page) => string.Join(' ', page.ReplaceLineEndings("\n").Split("\n\n")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
