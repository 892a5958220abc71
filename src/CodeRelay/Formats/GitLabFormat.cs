using System.Text.Json;
using System.Text.Json.Serialization;
using CodeRelay.Analysis;

namespace CodeRelay.Formats;

/// <summary>GitLab's code quality report (a subset of the Code Climate format).</summary>
internal sealed class GitLabFormat : JsonDocumentFormat
{
    public override string Name => "gitlab";

    public override string Summary => "a code quality report for GitLab";

    protected override void Write(AnalysisResult result, Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, [.. result.Findings.Select(Issue)], FormatJsonContext.Default.IReadOnlyListGitLabIssueJson);

    private static GitLabIssueJson Issue(Finding finding) => new(
        finding.Message,
        $"{finding.Rule.Id} {finding.Rule.Name}",
        finding.Fingerprint,
        Word(finding.Severity),
        new GitLabLocationJson(finding.File, new GitLabLinesJson(finding.Range.Line, finding.Range.LastLine)));

    // GitLab's scale is info, minor, major, critical, blocker.
    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "major",
        Severity.Warning => "minor",
        _ => "info",
    };
}

internal sealed record GitLabIssueJson(string Description, [property: JsonPropertyName("check_name")] string CheckName, string Fingerprint, string Severity, GitLabLocationJson Location);

internal sealed record GitLabLocationJson(string Path, GitLabLinesJson Lines);

internal sealed record GitLabLinesJson(int Begin, int End);
