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
    public static void Write(FixResult cure, bool isDryRun, FormatOptions options)
    {
        var paint = new AnsiStyle(options.UseColour);
        foreach (var file in cure.Files)
        {
            foreach (var finding in cure.Applied.Where(finding => finding.File == file.Path))
                WriteFinding(finding, paint);
            foreach (var line in FixJson.Difference(cure, file))
                Terminal.Output.WriteLine(Coloured(VisibleText.OfLine(line.TrimEnd('\r')), paint));
            Terminal.Output.WriteLine();
        }

        Terminal.Output.WriteLine(Summary(cure, isDryRun));
    }

    private static void WriteFinding(Finding finding, AnsiStyle paint)
    {
        Terminal.Output.WriteLine($"{paint.Bold($"{VisibleText.OfLine(finding.File)}:{finding.Range.Line}")} {finding.Rule.Id} {VisibleText.OfLine(finding.Message)}");
        Terminal.Output.WriteLine($"  {finding.Fix!.Safety.Word()}: {VisibleText.OfLine(finding.Fix.Title)}");
        foreach (var evidence in finding.Evidence)
            Terminal.Output.WriteLine($"  {paint.Faint("=")} {VisibleText.OfLine(evidence.Line())}");
    }

    private static string Summary(FixResult cure, bool isDryRun)
    {
        var verb = isDryRun ? "would fix" : "fixed";
        var left = cure.After.Findings;
        var withUnsafe = left.Count(finding => finding.Fix?.Safety == FixSafety.Unsafe);
        var saved = cure.Before.Tokens - cure.After.Tokens;
        return cure.Files.Count == 0
            ? $"nothing to fix{Unsafe(withUnsafe)}; {EnumNames.Count(left.Count, "finding")} left"
            : $"{verb} {EnumNames.Count(cure.Applied.Count, "finding")} in {EnumNames.Count(cure.Files.Count, "file")}{(saved > 0 ? $", {EnumNames.Count(saved, "token")} less" : "")}; {EnumNames.Count(left.Count, "finding")} left{Unsafe(withUnsafe)}";
    }

    private static string Unsafe(int count) => count == 0 ? "" : $" ({count} with --unsafe)";

    private static string Coloured(string line, AnsiStyle paint) => line switch
    {
        ['+', ..] => paint.Good(line),
        ['-', ..] => paint.As(Severity.Error, line),
        ['@', ..] => paint.Faint(line),
        _ => line,
    };
}
