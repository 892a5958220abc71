using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>What a run found.</summary>
/// <param name="Input">What was judged.</param>
/// <param name="Findings">Sorted by file, position and rule; suppressed and baselined ones left out.</param>
/// <param name="SuppressedCount">How many findings comments in the text suppressed.</param>
/// <param name="BaselinedCount">How many findings the baseline already knew.</param>
/// <param name="Notes">Facts about the run that are no findings: history too short, text too deep.</param>
public sealed record AnalysisResult(AnalysisInput Input, IReadOnlyList<Finding> Findings, int SuppressedCount, int BaselinedCount, IReadOnlyList<string> Notes)
{
    /// <summary>What is counted and not listed, since its rule has too many findings in the file.</summary>
    public IReadOnlyList<Finding> Unlisted { get; init; } = [];

    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>The text that was judged, or of another file of the repository what stands there now.</summary>
    public SourceText? TextOf(string path) =>
        Input.Documents.FirstOrDefault(document => document.Path == path)?.Text ?? Input.Repository.ReadText(path);

    /// <summary>Estimated tokens of the judged packet files, or of all judged documents when none is a packet's.</summary>
    public int Tokens => Measured.Sum(document => document.Tokens);

    /// <summary>Estimated tokens of the lines that redundancy findings cover.</summary>
    public int DerivableTokens => DerivableLineNumbers.Sum(at => CodeRelay.Documents.TokenEstimate.Count(at.Document.Text.Line(at.Line)));

    /// <summary>Number of lines that redundancy findings cover.</summary>
    public int DerivableLines => DerivableLineNumbers.Count();

    private IReadOnlyList<CodeRelay.Documents.Document> Measured => Input.Documents.Where(document => CodeRelay.Documents.DocumentKinds.IsPacket(document.Kind)).ToArray() is { Length: > 0 } packet ? packet : Input.Documents;

    private IEnumerable<(CodeRelay.Documents.Document Document, int Line)> DerivableLineNumbers =>
        from document in Measured
        from line in Findings.Concat(Unlisted).Where(finding => finding.Rule.Area == RuleArea.Redundancy && finding.File == document.Path)
            .SelectMany(finding => Enumerable.Range(finding.Range.Line, finding.Range.LastLine - finding.Range.Line + 1)).Distinct()
        where !document.Text.Line(line).IsWhiteSpace()
        select (document, line);
}
