using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Analysis.Fixing;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>The result of `fix`: each fixed finding with its evidence, each file's diff, and the remaining findings.</summary>
internal static class FixText
{
    public static void Write(FixResult result, bool isDryRun, FormatOptions options)
    {
        var style = new AnsiStyle(options.UseColour);
        foreach (var file in result.Files)
        {
            foreach (var finding in result.Applied.Where(finding => finding.File == file.Path))
                WriteFinding(finding, style);
            foreach (var line in FixJson.Difference(result, file))
                Terminal.Output.WriteLine(Coloured(VisibleText.OfLine(line.TrimEnd('\r')), style));
            Terminal.Output.WriteLine();
        }

        Terminal.Output.WriteLine(Summary(result, isDryRun));
    }

    private static void WriteFinding(Finding finding, AnsiStyle style)
    {
        Terminal.Output.WriteLine($"{style.Bold($"{VisibleText.OfLine(finding.File)}:{finding.Range.Line}")} {finding.Rule.Id} {VisibleText.OfLine(finding.Message)}");
        Terminal.Output.WriteLine($"  {finding.Fix!.Safety.Word()}: {VisibleText.OfLine(finding.Fix.Title)}");
        foreach (var evidence in finding.Evidence)
            Terminal.Output.WriteLine($"  {style.Faint("=")} {VisibleText.OfLine(evidence.Line())}");
    }

    private static string Summary(FixResult result, bool isDryRun)
    {
        var verb = isDryRun ? "would fix" : "fixed";
        var left = result.After.Findings;
        var withUnsafe = left.Count(finding => finding.Fix?.Safety == FixSafety.Unsafe);
        var saved = result.Before.Tokens - result.After.Tokens;
        return result.Files.Count == 0
            ? $"nothing to fix{Unsafe(withUnsafe)}; {EnumNames.Count(left.Count, "finding")} left"
            : $"{verb} {EnumNames.Count(result.Applied.Count, "finding")} in {EnumNames.Count(result.Files.Count, "file")}{(saved > 0 ? $", {EnumNames.Count(saved, "token")} less" : "")}; {EnumNames.Count(left.Count, "finding")} left{Unsafe(withUnsafe)}";
    }

    private static string Unsafe(int count) => count == 0 ? "" : $" ({count} with --unsafe)";

    private static string Coloured(string line, AnsiStyle style) => line switch
    {
        ['+', ..] => style.Good(line),
        ['-', ..] => style.As(Severity.Error, line),
        ['@', ..] => style.Faint(line),
        _ => line,
    };
}
