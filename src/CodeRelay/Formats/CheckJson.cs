using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Analysis;

namespace CodeRelay.Formats;

/// <summary>The output of `coderelay check --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="Head">Full object id of HEAD; null outside git and on a branch without commits.</param>
/// <param name="Branch">Short name of the branch; null outside git and when HEAD is detached.</param>
/// <param name="Shallow">True when history is truncated, so that age cannot be determined.</param>
/// <param name="Summary">Totals.</param>
/// <param name="Findings">Sorted by file, position and rule; without suppressed and baselined findings.</param>
internal sealed record CheckJson(string Root, string? Head, string? Branch, bool Shallow, SummaryJson Summary, IReadOnlyList<FindingJson> Findings)
{
    public const string SchemaId = "coderelay/check/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static CheckJson Of(AnalysisResult result)
    {
        var repository = result.Input.Repository;
        return new CheckJson(repository.Root, repository.Head?.Commit, repository.Head?.Branch, repository.IsShallow, SummaryJson.Of(result), [.. result.Findings.Select(FindingJson.Of)]);
    }
}

/// <param name="Errors">Findings of severity error.</param>
/// <param name="Warnings">Findings of severity warning.</param>
/// <param name="Infos">Findings of severity info.</param>
/// <param name="Tokens">Estimated tokens of the checked packet files.</param>
/// <param name="DerivableTokens">Estimated tokens of the lines that repeat content of the repository.</param>
/// <param name="DerivableLines">Number of those lines.</param>
internal sealed record SummaryJson(int Errors, int Warnings, int Infos, int Tokens, int DerivableTokens, int DerivableLines)
{
    public static SummaryJson Of(AnalysisResult result) =>
        new(result.Count(Severity.Error), result.Count(Severity.Warning), result.Count(Severity.Info), result.Tokens, result.DerivableTokens, result.DerivableLines);
}

/// <param name="Rule">The rule's id.</param>
/// <param name="Name">The rule's name in kebab case.</param>
/// <param name="Severity">The severity of the finding.</param>
/// <param name="Item">The item of the contract that the finding marks as missing; only for a rule about one.</param>
/// <param name="Message">The problem and the remedy.</param>
/// <param name="File">Relative to root, with '/'.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="EndLine">1-based.</param>
/// <param name="EndColumn">1-based, exclusive.</param>
/// <param name="Fix">Whether the finding has a fix, and whether the fix may be applied without review.</param>
/// <param name="Evidence">The sources that make the line derivable or stale.</param>
internal sealed record FindingJson(
    [RegularExpression("^(RLY[0-9]{4}|TEAM[0-9]+)$")] string Rule,
    [RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$")] string Name,
    [AllowedValues("info", "warning", "error")] string Severity,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][RegularExpression("^P[1-9]$")] string? Item,
    string Message,
    string File,
    [Range(1, int.MaxValue)] int Line,
    [Range(1, int.MaxValue)] int Column,
    [Range(1, int.MaxValue)] int EndLine,
    [Range(1, int.MaxValue)] int EndColumn,
    [AllowedValues("safe", "unsafe", "none")] string Fix,
    IReadOnlyList<EvidenceJson> Evidence)
{
    public static FindingJson Of(Finding finding) => new(
        finding.Rule.Id,
        finding.Rule.Name,
        finding.Severity.Word(),
        finding.Rule.Item,
        finding.Message,
        finding.File,
        finding.Range.Line,
        finding.Range.Column,
        finding.Range.EndLine,
        finding.Range.EndColumn,
        (finding.Fix?.Safety ?? FixSafety.None).Word(),
        EvidenceJson.Of(finding.Evidence));
}

/// <param name="Kind">The kind of the source.</param>
/// <param name="Reference">A short commit id, a path, or path:line.</param>
/// <param name="Text">The quoted words of the source.</param>
internal sealed record EvidenceJson(
    [AllowedValues("commit", "path", "manifest", "document", "symbol", "worktree")] string Kind,
    [property: JsonPropertyName("ref")] string Reference,
    string Text)
{
    public static IReadOnlyList<EvidenceJson> Of(IReadOnlyList<EvidenceItem> items) =>
        [.. items.Select(item => new EvidenceJson(item.Kind.Word(), item.Reference, item.Text))];
}
