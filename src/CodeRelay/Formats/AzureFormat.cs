using CodeRelay.Analysis;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>Azure Pipelines logging commands, shown as issues of the build. The service has errors and warnings only; an info is a plain log line.</summary>
internal sealed class AzureFormat : LineFormat
{
    public override string Name => "azure";

    public override string Summary => "logging commands, which Azure Pipelines shows as issues";

    protected override void Write(AnalysisResult result, FormatOptions options, TextWriter output)
    {
        foreach (var finding in result.Findings)
        {
            var range = finding.Range;
            output.WriteLine(finding.Severity == Severity.Info
                ? $"{VisibleText.OfLine(finding.File)}({range.Line},{range.Column}): info {finding.Rule.Id}: {VisibleText.OfLine(finding.Message)}"
                : $"##vso[task.logissue type={finding.Severity.Word()};sourcepath={Property(VisibleText.OfLine(finding.File))};linenumber={range.Line};columnnumber={range.Column};code={finding.Rule.Id};]{Data(string.Join('\n', finding.Lines()))}");
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
