using System.Text.Json;
using CodeRelay.Analysis;

namespace CodeRelay.Formats;

/// <summary>The code quality report of GitLab (a subset of the Code Climate format).</summary>
public sealed class GitLabFormat : JsonDocumentFormat
{
    public override string Name => "gitlab";

    public override string Summary => "a code quality report for GitLab";

    protected override void Write(AnalysisResult result, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("description", finding.Message);
            json.WriteString("check_name", $"{finding.Rule.Id} {finding.Rule.Name}");
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteString("severity", Word(finding.Severity));
            json.WriteStartObject("location");
            json.WriteString("path", finding.File);
            json.WriteStartObject("lines");
            json.WriteNumber("begin", finding.Range.Line);
            json.WriteNumber("end", finding.Range.LastLine);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // GitLab's scale is info, minor, major, critical, blocker.
    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "major",
        Severity.Warning => "minor",
        _ => "info",
    };
}
