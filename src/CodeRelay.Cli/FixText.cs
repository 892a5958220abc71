using CodeRelay.Analysis;
using CodeRelay.Curing;
using CodeRelay.Formats;
using CodeRelay.Reports;

namespace CodeRelay.Cli;

/// <summary>What `fix` did: each cured finding with its evidence, the difference of each file, and what is left.</summary>
internal static class FixText
{
    public static void Write(CureResult cure, bool isDryRun, FormatOptions options)
    {
        var paint = new Paint(options.UseColour);
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

    private static void WriteFinding(Finding finding, Paint paint)
    {
        Terminal.Output.WriteLine($"{paint.Bold($"{VisibleText.OfLine(finding.File)}:{finding.Range.Line}")} {finding.Rule.Id} {VisibleText.OfLine(finding.Message)}");
        Terminal.Output.WriteLine($"  {finding.Fix!.Safety.Word()}: {VisibleText.OfLine(finding.Fix.Title)}");
        foreach (var evidence in finding.Evidence)
            Terminal.Output.WriteLine($"  {paint.Faint("=")} {VisibleText.OfLine(evidence.Line())}");
    }

    private static string Summary(CureResult cure, bool isDryRun)
    {
        var verb = isDryRun ? "would fix" : "fixed";
        var left = cure.After.Findings;
        var withUnsafe = left.Count(finding => finding.Fix?.Safety == FixSafety.Unsafe);
        var saved = cure.Before.Tokens - cure.After.Tokens;
        return cure.Files.Count == 0
            ? $"nothing to fix{Unsafe(withUnsafe)}; {Words.Count(left.Count, "finding")} left"
            : $"{verb} {Words.Count(cure.Applied.Count, "finding")} in {Words.Count(cure.Files.Count, "file")}{(saved > 0 ? $", {Words.Count(saved, "token")} less" : "")}; {Words.Count(left.Count, "finding")} left{Unsafe(withUnsafe)}";
    }

    private static string Unsafe(int count) => count == 0 ? "" : $" ({count} with --unsafe)";

    private static string Coloured(string line, Paint paint) => line switch
    {
        ['+', ..] => paint.Good(line),
        ['-', ..] => paint.As(Severity.Error, line),
        ['@', ..] => paint.Faint(line),
        _ => line,
    };
}
