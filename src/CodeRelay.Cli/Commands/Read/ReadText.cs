using CodeRelay.Agents.Hooks;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Takeover;
using CodeRelay.Cli.Output;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Formats;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>The packet in reading order, as text.</summary>
internal static class ReadText
{
    private const int LongestStep = 300;
    private const string Frame = "=== ";

    public static void Write(ReadReport report)
    {
        if (report.Order is not { } order)
            return;
        WriteText(order, Terminal.Output, new AnsiStyle(Terminal.LayOut().UseColour));
        Terminal.Flush();
        Terminal.Error.WriteLine($"about {order.Tokens:N0} of {report.Budget:N0} tokens{(report.Others.Count == 0 ? "" : $"; other packets: {string.Join(", ", report.Others.Select(VisibleText.OfLine))}")}");
    }

    private static void WriteText(ReadingOrder order, TextWriter output, AnsiStyle style)
    {
        var isFirst = true;
        foreach (var part in order.Parts.Where(part => IsShown(part) && part.Kind is DocumentKind.Handoff or DocumentKind.Tasks))
        {
            WritePart(part, isFirst, output, style);
            isFirst = false;
        }

        WriteFiles(order, output, style);
        foreach (var part in order.Parts.Where(part => IsShown(part) && part.Kind is not (DocumentKind.Handoff or DocumentKind.Tasks)))
            WritePart(part, isFirst: false, output, style);
        if (order.Parts.Where(part => !IsShown(part)).Select(part => VisibleText.OfLine(part.Path)).ToArray() is { Length: > 0 } left)
            output.WriteLine($"\n… over the budget: {string.Join(", ", left)}; --budget sets another one");
        if (order.OnRequest.Count > 0)
            output.WriteLine($"\n{style.Bold($"{Frame}not shown; print it when you need it")}\n");
        foreach (var document in order.OnRequest)
            output.WriteLine($"  coderelay read {ReadOptionJson.OptionOf(document.Kind),-12}{VisibleText.OfLine(document.Path)}, {EnumNames.Count(document.Tokens, "token")}: {When(document.Kind)}");
        output.WriteLine($"\n{style.Good(Stop(order))}");
    }

    // A file without room for one line is only listed.
    private static bool IsShown(ReadingPart part) => part.Lines.Count > 0 || part.CutAt is null;

    private static void WritePart(ReadingPart part, bool isFirst, TextWriter output, AnsiStyle style)
    {
        var path = VisibleText.OfLine(part.Path);
        output.WriteLine($"{(isFirst ? "" : "\n")}{style.Bold($"{Frame}{path}")}{style.Faint($" · {EnumNames.Count(part.LineCount, "line")}{(part.Finished > 0 ? $", {EnumNames.Count(part.Finished, "finished task")} not shown" : "")}")}\n");
        foreach (var line in part.Lines)
            output.WriteLine(string.Join('\t', line.Split('\t').Select(VisibleText.OfLine)));
        if (part.CutAt is { } line_)
            output.WriteLine($"\n… over the budget: read the rest in {path} from line {line_}; --budget sets another one");
    }

    private static void WriteFiles(ReadingOrder order, TextWriter output, AnsiStyle style)
    {
        if (order.Files.Count == 0)
            return;
        output.WriteLine($"\n{style.Bold($"{Frame}files that matter, the first one first")}\n");
        var width = order.Files.Take(ReadingOrder.MostFiles).Max(file => VisibleText.OfLine(file.Path).Length);
        foreach (var (i, file) in order.Files.Take(ReadingOrder.MostFiles).Index())
            output.WriteLine($"  {i + 1,2}  {VisibleText.OfLine(file.Path).PadRight(width)}  {(file.Match == PathMatch.Missing ? style.As(Analysis.Severity.Warning, Describe(file)) : Describe(file))}{(file.IsOfNextStep ? style.Faint(", of the next step") : "")}");
        if (order.Files.Count > ReadingOrder.MostFiles)
            output.WriteLine($"      and {order.Files.Count - ReadingOrder.MostFiles} more, which {VisibleText.OfLine(order.Packet.Handoff.Path)} names");
    }

    private static string Describe(ImportantFile file) => file switch
    {
        { Match: PathMatch.Missing } => "does not exist",
        { Match: PathMatch.Outside } => "outside the repository",
        { Match: PathMatch.Unknowable } => "in a submodule or behind a link",
        { Match: PathMatch.Directory } => $"directory, {EnumNames.Count(file.FileCount, "file")}",
        { Match: PathMatch.Several } => EnumNames.Count(file.FileCount, "file"),
        { Text: { } text } => $"{(text.IsTruncated ? "more than " : "")}{EnumNames.Count(text.LineCount, "line")}{(file.Match == PathMatch.Untracked ? ", not tracked" : "")}",
        _ => "no text",
    };

    private static string Stop(ReadingOrder order) => order.Brief switch
    {
        { Next: [var step, ..] } => $"Stop here, this is enough for the next step: {Clip(step)}",
        { InProgress: [var begun, ..] } => $"No next step is named. Finish the work in progress: {Clip(begun)}",
        { OpenTasks: [var task, ..] } => $"No next step is named. The first open task: {Clip(task)}",
        _ => "No next step is named and no task is open: ask for the next step and write it down",
    };

    private static string Clip(string text) => OneLine.Clip(text, LongestStep);

    private static string When(DocumentKind kind) => kind == DocumentKind.Decisions ? "before you change an earlier decision" : "when no other file names the command to build, run or test";
}
