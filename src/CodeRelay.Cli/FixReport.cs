using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Curing;
using CodeRelay.Formats;

namespace CodeRelay.Cli;

/// <summary>What `fix` did: each cured finding with its evidence, the difference of each file, and what is left.</summary>
internal static class FixReport
{
    public static void Write(CureResult cure, bool isDryRun, bool asJson, FormatOptions options)
    {
        if (asJson)
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, json => WriteJson(cure, isDryRun, json));
            return;
        }

        var paint = new Paint(options.UseColour);
        foreach (var file in cure.Files)
        {
            foreach (var finding in cure.Applied.Where(finding => finding.File == file.Path))
                WriteFinding(finding, paint);
            foreach (var line in Difference(cure, file) ?? [$"(the diff of {file.Path} needs git, which is missing)"])
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

    // Neither side may show a secret that stands near a change.
    private static IReadOnlyList<string>? Difference(CureResult cure, CuredFile file) =>
        UnifiedDiff.Lines(file.Path, new Masking(cure.Before).TextOf(file.Path) ?? file.Before, new Masking(cure.After).TextOf(file.Path) ?? file.After);

    private static string Coloured(string line, Paint paint) => line switch
    {
        ['+', ..] => paint.Good(line),
        ['-', ..] => paint.As(Severity.Error, line),
        ['@', ..] => paint.Faint(line),
        _ => line,
    };

    private static void WriteJson(CureResult cure, bool isDryRun, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/fix/1");
        json.WriteString("root", cure.Before.Input.Repository.Root);
        json.WriteBoolean("dryRun", isDryRun);
        json.WriteStartArray("fixed");
        foreach (var finding in cure.Applied)
            JsonFormat.WriteFinding(finding, json);
        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in cure.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("diff", Difference(cure, file) is { } lines ? string.Join('\n', lines) + "\n" : "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("left", cure.After.Findings.Count);
        json.WriteEndObject();
    }
}
