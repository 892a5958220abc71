using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Workspace;

namespace CodeRelay.Formats;

/// <summary>The stable shape `coderelay/check/1`; changes only add. Its schema is docs/schemas/check-1.schema.json.</summary>
public sealed class JsonFormat : JsonDocumentFormat
{
    public const string Schema = "coderelay/check/1";

    public override string Name => "json";

    public override string Summary => $"JSON for scripts, in the stable schema {Schema}";

    public override Facts Needs => Facts.Head;

    protected override void Write(AnalysisResult result, Utf8JsonWriter json) => WriteResult(result, json);

    /// <summary>Writes the whole answer into JSON that somebody else lays out.</summary>
    public static void WriteResult(AnalysisResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteRepository(result.Input.Repository, json);
        WriteSummary(result, json);
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
            WriteFinding(finding, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the members that say where the answer comes from: root, head, branch, shallow.</summary>
    public static void WriteRepository(Repository repository, Utf8JsonWriter json)
    {
        json.WriteString("root", repository.Root);
        json.WriteStringOrNull("head", repository.Head?.Commit);
        json.WriteStringOrNull("branch", repository.Head?.Branch);
        json.WriteBoolean("shallow", repository.IsShallow);
    }

    /// <summary>Writes the member `summary`.</summary>
    public static void WriteSummary(AnalysisResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("errors", result.Count(Severity.Error));
        json.WriteNumber("warnings", result.Count(Severity.Warning));
        json.WriteNumber("infos", result.Count(Severity.Info));
        json.WriteNumber("tokens", result.Tokens);
        json.WriteNumber("derivableTokens", result.DerivableTokens);
        json.WriteNumber("derivableLines", result.DerivableLines);
        json.WriteEndObject();
    }

    /// <summary>Writes a finding as an object.</summary>
    public static void WriteFinding(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Name);
        json.WriteString("severity", finding.Severity.Word());
        if (finding.Rule.Item is { } item)
            json.WriteString("item", item);
        json.WriteString("message", finding.Message);
        json.WriteString("file", finding.File);
        json.WriteNumber("line", finding.Range.Line);
        json.WriteNumber("column", finding.Range.Column);
        json.WriteNumber("endLine", finding.Range.EndLine);
        json.WriteNumber("endColumn", finding.Range.EndColumn);
        json.WriteString("fix", (finding.Fix?.Safety ?? FixSafety.None).Word());
        WriteEvidence(finding.Evidence, json);
        json.WriteEndObject();
    }

    /// <summary>Writes the member `evidence`, which SARIF carries in the same shape.</summary>
    internal static void WriteEvidence(IReadOnlyList<EvidenceItem> items, Utf8JsonWriter json)
    {
        json.WriteStartArray("evidence");
        foreach (var evidence in items)
        {
            json.WriteStartObject();
            json.WriteString("kind", evidence.Kind.Word());
            json.WriteString("ref", evidence.Reference);
            json.WriteString("text", evidence.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
