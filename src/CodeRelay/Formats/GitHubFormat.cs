using CodeRelay.Analysis;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>GitHub Actions workflow commands, shown as annotations on the changed files.</summary>
internal sealed class GitHubFormat : LineFormat
{
    public override string Name => "github";

    public override string Summary => "workflow commands, which GitHub Actions shows as annotations";

    protected override void Write(AnalysisResult result, FormatOptions options, TextWriter output)
    {
        foreach (var finding in result.Findings)
        {
            output.WriteLine(
                $"::{Command(finding.Severity)} file={Property(VisibleText.OfLine(finding.File))},{Place(finding.Range)}," +
                $"title={Property($"{finding.Rule.Id} {finding.Rule.Name}")}::{Data(string.Join('\n', finding.Lines()))}");
        }
    }

    // GitHub rejects columns for a range over several lines.
    private static string Place(TextRange range) => range.LastLine == range.Line && range.EndLine == range.Line
        ? $"line={range.Line},endLine={range.Line},col={range.Column},endColumn={range.EndColumn}"
        : $"line={range.Line},endLine={range.LastLine}";

    private static string Command(Severity severity) => severity == Severity.Info ? "notice" : severity.Word();

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
