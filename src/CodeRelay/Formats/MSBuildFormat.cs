using CodeRelay.Analysis;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>
/// Canonical MSBuild diagnostics, one line each: `/full/path(12,1,14,20): warning RLY3001: message (https://…)`. The end is exclusive.
/// The MSBuild package reads this format.
/// </summary>
internal sealed class MSBuildFormat : LineFormat
{
    public override string Name => "msbuild";

    public override string Summary => "one line per finding in MSBuild's canonical form, with full paths";

    protected override void Write(AnalysisResult result, FormatOptions options, TextWriter output)
    {
        foreach (var finding in result.Findings)
        {
            var range = finding.Range;
            output.WriteLine(
                $"{VisibleText.OfLine(result.Input.Repository.FullPath(finding.File))}({range.Line},{range.Column},{range.EndLine},{range.EndColumn}): " +
                $"{finding.Severity.Word()} {finding.Rule.Id}: {VisibleText.OfLine(finding.Message)} ({finding.Rule.HelpUri})");
        }
    }
}
