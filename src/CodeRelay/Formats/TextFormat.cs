using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>The format for people: each finding with its source and its evidence, and a summary at the end.</summary>
internal sealed class TextFormat : LineFormat
{
    private const int MaximumLines = 3;

    public override string Name => "text";

    public override string Summary => "for people: source lines with the range marked, the evidence and a summary";

    protected override void Write(AnalysisResult result, FormatOptions options, TextWriter output)
    {
        var style = new AnsiStyle(options.UseColour);
        var masking = new Masking(result);
        foreach (var finding in result.Findings)
        {
            WriteFinding(finding, ItemOf(finding, result), masking.TextOf(finding.File), style, options, output);
            output.WriteLine();
        }

        if (result.Input.Documents.Count > 0)
            WriteSentence(Totals(result, style), indent: 0, options, output);
    }

    // Items are only shown for a packet with the contract profile.
    private static string ItemOf(Finding finding, AnalysisResult result) =>
        finding.Rule.Item is { } item && result.Input.Packets.Any(packet => packet.Profile == Profile.Contract && packet.Handoff.Path == finding.File) ? $" ({item})" : "";

    private static void WriteFinding(Finding finding, string item, SourceText? text, AnsiStyle style, FormatOptions options, TextWriter output)
    {
        output.WriteLine(
            $"{style.Bold($"{VisibleText.OfLine(finding.File)}:{finding.Range.Line}:{finding.Range.Column}")} " +
            $"{style.As(finding.Severity, finding.Severity.Word())} {finding.Rule.Id} {finding.Rule.Name}{item}");
        WriteSentence(VisibleText.OfLine(finding.Message), indent: 2, options, output);
        var gutter = Math.Max(3, finding.Range.LastLine.ToString().Length) + 1;
        if (text is not null && finding.Range.Line <= text.LineCount)
            WriteSource(finding, text, gutter, style, options.Width, output);
        foreach (var evidence in finding.Evidence)
            output.WriteLine(Detail(gutter, style, evidence.Line(), options.Width));
        if (finding.Fix is { } fix)
            output.WriteLine(Detail(gutter, style, $"fix ({fix.Safety.Word()}): {fix.Title}", options.Width));
    }

    private static void WriteSource(Finding finding, SourceText text, int gutter, AnsiStyle style, int width, TextWriter output)
    {
        var range = finding.Range;
        var room = Math.Max(20, width - gutter - 3);
        if (range.LastLine == range.Line)
        {
            var line = text.Line(range.Line);
            var end = range.EndLine == range.Line ? range.EndColumn - 1 : line.Length;
            var excerpt = SourceExcerpt.Of(line, range.Column - 1, end, room);
            output.WriteLine($"{style.Faint($"{range.Line.ToString().PadLeft(gutter)} |")} {excerpt.Text}");
            output.WriteLine($"{style.Faint($"{new string(' ', gutter)} |")} {new string(' ', excerpt.MarkStart)}{style.As(finding.Severity, new string('^', excerpt.MarkLength))}");
            return;
        }

        var last = Math.Min(range.LastLine, text.LineCount);
        for (var line = range.Line; line <= last && line < range.Line + MaximumLines; line++)
        {
            var excerpt = SourceExcerpt.Of(text.Line(line), 0, 0, room);
            output.WriteLine($"{style.Faint(line.ToString().PadLeft(gutter))} {style.As(finding.Severity, ">")} {excerpt.Text}");
        }

        if (last >= range.Line + MaximumLines)
            output.WriteLine(Detail(gutter, style, $"and {EnumNames.Count(last - range.Line - MaximumLines + 1, "more line")}", width));
    }

    private static void WriteSentence(string sentence, int indent, FormatOptions options, TextWriter output)
    {
        var width = options.BreaksSentences ? options.Width - indent : int.MaxValue;
        var cells = 0;
        foreach (var word in sentence.Split(' '))
        {
            var length = AnsiStyle.LengthOf(word);
            var begins = cells == 0 || cells + 1 + length > width;
            if (begins && cells > 0)
                output.WriteLine();
            output.Write(begins ? new string(' ', indent) + word : ' ' + word);
            cells = begins ? length : cells + 1 + length;
        }

        output.WriteLine();
    }

    private static string Detail(int gutter, AnsiStyle style, string text, int width) =>
        $"{new string(' ', gutter)} {style.Faint("=")} {SourceExcerpt.Of(VisibleText.OfLine(text), 0, 0, Math.Max(20, width - gutter - 3)).Text}";

    private static string Totals(AnalysisResult result, AnsiStyle style)
    {
        var files = EnumNames.Count(result.Input.Documents.Count, "file");
        var size = Size(result);
        var left = Left(result);
        if (result.Findings.Count == 0)
            return $"{style.Good("nothing to report")} in {files} · {size}{left}";
        return $"{style.Bold(EnumNames.Count(result.Findings.Count, "finding"))} ({Counts(result, style)}) in {files} · {size}{left}";
    }

    /// <summary>"1 error, 3 warnings"; empty without findings.</summary>
    public static string Counts(AnalysisResult result, AnsiStyle style) =>
        string.Join(", ", from severity in new[] { Severity.Error, Severity.Warning, Severity.Info }
            let number = result.Count(severity)
            where number > 0
            select style.As(severity, EnumNames.Count(number, severity.Word())));

    /// <summary>"812 tokens, 38 % derivable (21 lines)".</summary>
    public static string Size(AnalysisResult result)
    {
        var tokens = $"{EnumNames.Count(result.Tokens, "token")}";
        return result.DerivableLines == 0 || result.Tokens == 0
            ? tokens
            : $"{tokens}, {Share(result):0} % derivable from git or files ({EnumNames.Count(result.DerivableLines, "line")})";
    }

    private static double Share(AnalysisResult result) => 100.0 * result.DerivableTokens / result.Tokens;

    private static string Left(AnalysisResult result)
    {
        var left = new List<string>();
        if (result.SuppressedCount > 0)
            left.Add($"{result.SuppressedCount} suppressed");
        if (result.BaselinedCount > 0)
            left.Add($"{result.BaselinedCount} in the baseline");
        return left.Count == 0 ? "" : $" · {string.Join(", ", left)}";
    }
}
