using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>The result of a run.</summary>
/// <param name="Input">The input of the run.</param>
/// <param name="Findings">Sorted by file, position and rule; without suppressed and baselined findings.</param>
/// <param name="SuppressedCount">How many findings were suppressed by comments in the text.</param>
/// <param name="BaselinedCount">How many findings were already in the baseline.</param>
/// <param name="Notes">Facts about the run that are not findings, such as a truncated file.</param>
public sealed record AnalysisResult(AnalysisInput Input, IReadOnlyList<Finding> Findings, int SuppressedCount, int BaselinedCount, IReadOnlyList<string> Notes)
{
    /// <summary>Findings that are counted but not listed, because their rule has too many in the file.</summary>
    public IReadOnlyList<Finding> Unlisted { get; init; } = [];

    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>The checked text of a path, or the current text of any other file of the repository.</summary>
    public SourceText? TextOf(string path) =>
        Input.Documents.FirstOrDefault(document => document.Path == path)?.Text ?? Input.Repository.ReadText(path);

    /// <summary>Estimated tokens of the checked packet files, or of all checked documents when none belongs to a packet.</summary>
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
