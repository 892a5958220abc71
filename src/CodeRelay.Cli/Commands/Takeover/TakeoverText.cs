using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Takeover;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>The prompt of an accepted packet, or the reasons of a rejection, as text.</summary>
internal static class TakeoverText
{
    public static void Write(TakeoverReport report)
    {
        if (report.Prompt is not null)
            Terminal.Output.Write(report.Prompt.Text);
        else
            WriteRefusal(report, Terminal.Output, new AnsiStyle(Terminal.LayOut().UseColour));
        Terminal.Flush();
    }

    /// <summary>Reports remarks on standard error, in every output format.</summary>
    public static void Tell(TakeoverReport report)
    {
        if (report.Prompt is null)
        {
            Terminal.Error.WriteLine($"refused: correct the packet and try again{(report.Record is null ? "" : $", the reasons are kept in {report.Record}")}; --force hands it over all the same");
            return;
        }

        var cut = report.Prompt.LeftOut.Count == 0 ? "" : $", left out for length: {string.Join(", ", report.Prompt.LeftOut)}";
        Terminal.Error.WriteLine($"{report.State}: {report.Verdict.Asked.Count - report.Verdict.Open.Count} of {EnumNames.Count(report.Verdict.Asked.Count, "item")} answered{InLane(report.Verdict)}; about {report.Prompt.Tokens:N0} of {report.Budget:N0} tokens{cut}");
        if (report.Copied is { } copied)
            Terminal.Error.WriteLine(copied.Program is { } program ? $"copied with {program}" : $"not copied: {copied.Problem}; the prompt is on standard output");
    }

    private static void WriteRefusal(TakeoverReport report, TextWriter output, AnsiStyle style)
    {
        output.WriteLine($"{style.Bold(VisibleText.OfLine(report.Handoff.Path))} is not ready for {report.Receiver.Name}{InLane(report.Verdict)}: {Reasons(report.Verdict)}");
        foreach (var item in ContractItem.All.Where(item => report.Verdict.Open.Contains(item.Id)))
        {
            output.WriteLine();
            output.WriteLine($"{style.Bold($"{item.Id} {item.Name}")}: {item.Question}");
            var problems = report.Verdict.Problems.Where(problem => problem.Items.Contains(item.Id)).ToArray();
            foreach (var problem in problems)
                WriteProblem(problem, output);
            string[] write = [.. problems.Any(problem => problem.IsOutdated) ? ["what holds now, in place of what held before"] : Array.Empty<string>(), .. problems.Any(problem => problem.IsGap) ? item.Write.Split('\n') : []];
            foreach (var (i, line) in write.Index())
                output.WriteLine($"  {style.Faint(i == 0 ? "write" : "     ")} {line}");
        }

        foreach (var (i, problem) in report.Verdict.Problems.Where(problem => problem.Items.Count == 0).Index())
        {
            if (i == 0)
                output.WriteLine($"\n{style.Bold("not tied to one item")}");
            WriteProblem(problem, output);
        }
    }

    private static void WriteProblem(GateProblem problem, TextWriter output) =>
        output.WriteLine($"  {VisibleText.OfLine(problem.File)}:{problem.Line} {(problem.Rule is null ? "" : problem.Rule + " ")}{VisibleText.OfLine(problem.Message)}{(problem.Failure is null ? "" : $" ({problem.Failure} {FailureMode.Name(problem.Failure)})")}");

    private static string InLane(GateVerdict verdict) => verdict.Lane is { } lane ? $" in the {lane.Word()} lane" : "";

    private static string Reasons(GateVerdict verdict)
    {
        var rest = verdict.Problems.Count(problem => problem.Items.Count == 0);
        var open = verdict.Open.Count == 0 ? "" : $"{verdict.Open.Count} of {EnumNames.Count(verdict.Asked.Count, "item")} open ({string.Join(", ", verdict.Open)}{(verdict.OpenQuestions.Count > 0 ? $"; cannot answer {string.Join(", ", verdict.OpenQuestions)}" : "")})";
        return rest == 0 ? open : $"{open}{(open.Length > 0 ? ", " : "")}{EnumNames.Count(rest, open.Length > 0 ? "other fault" : "fault")}";
    }
}
