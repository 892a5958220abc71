using CodeRelay.Analysis;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>Masks secrets in quoted text, since a report reaches more people than the file.</summary>
internal sealed class Masking(AnalysisResult result)
{
    private readonly Dictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);

    /// <summary>A file's text with every character of a sensitive finding replaced; positions do not change.</summary>
    public SourceText? TextOf(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
            _texts[path] = text = Read(path);
        return text;
    }

    private SourceText? Read(string path)
    {
        var sensitive = result.Findings.Concat(result.Unlisted).Where(finding => finding.IsSensitive && finding.File == path).ToArray();
        if (result.TextOf(path) is not { } text || sensitive.Length == 0)
            return result.TextOf(path);
        var masked = text.Content.ToCharArray();
        foreach (var range in sensitive.Select(finding => finding.Range))
        {
            var end = text.LineStart(range.EndLine) + range.EndColumn - 1;
            for (var i = text.LineStart(range.Line) + range.Column - 1; i < end; i++)
                masked[i] = masked[i] is '\n' or '\r' ? masked[i] : '*';
        }

        return SourceText.From(new string(masked));
    }
}
