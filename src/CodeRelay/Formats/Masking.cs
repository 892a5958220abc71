using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Workspace;

namespace CodeRelay.Formats;

/// <summary>Takes secrets out of what is quoted: a report is read, stored and mailed by more people than the file.</summary>
internal static class Masking
{
    /// <summary>A judged file's text with every character of a sensitive finding replaced; lines keep their places.</summary>
    public static SourceText? TextOf(AnalysisResult result, string path)
    {
        var sensitive = result.Findings.Where(finding => finding.IsSensitive && finding.File == path).ToArray();
        if (result.TextOf(path) is not { } text || sensitive.Length == 0)
            return result.TextOf(path);
        var masked = new StringBuilder(text.Content);
        foreach (var range in sensitive.Select(finding => finding.Range))
        {
            var end = text.LineStart(range.EndLine) + range.EndColumn - 1;
            for (var i = text.LineStart(range.Line) + range.Column - 1; i < end; i++)
                masked[i] = masked[i] is '\n' or '\r' ? masked[i] : '*';
        }

        return SourceText.From(masked.ToString());
    }
}
