using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Lanes;
using CodeRelay.Packets;
using CodeRelay.Takeover;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>What `takeover` answers.</summary>
/// <param name="Verdict">The gate's.</param>
/// <param name="Receiver">Who takes over.</param>
internal sealed record TakeoverReport(GateVerdict Verdict, Receiver Receiver)
{
    public const int DefaultBudget = 1000;

    /// <summary>The prompt; null for a packet that is refused.</summary>
    public TakeoverPrompt? Prompt { get; init; }

    public int Budget { get; init; }

    public bool IsForced { get; init; }

    /// <summary>Full path of the record, or null when it could not be written.</summary>
    public string? Record { get; init; }

    /// <summary>The program that copied the prompt or why none did; null when nobody asked for it.</summary>
    public (string? Program, string Problem)? Copied { get; init; }

    /// <summary>The word for how it ended.</summary>
    public string State => IsForced ? TakeoverState.Forced : Verdict.IsAccepted ? TakeoverState.Accepted : TakeoverState.Rejected;

    public Document Handoff => Verdict.Packet.Handoff;

    public TakeoverState AsState(DateTimeOffset at) => new(State, Receiver.Id, Verdict.Lane?.Word(), at, [.. Verdict.Problems.Select(problem => $"{(problem.Items.Count > 0 ? string.Join(", ", problem.Items) : problem.Failure ?? problem.Rule)}: {problem.Message}")]);

    /// <summary>Asks the gate, composes the prompt of a packet that passes, and keeps the verdict.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says.</param>
    /// <param name="packet">What is handed over.</param>
    /// <param name="receiver">To whom.</param>
    /// <param name="lane">In which lane; null for the packet's own.</param>
    /// <param name="budget">The longest prompt in tokens; null for that of HANDOFF.md.</param>
    /// <param name="force">Composes the prompt of a refused packet too.</param>
    /// <param name="talk">Where it is said that the verdict could not be kept.</param>
    public static TakeoverReport Of(Repository repository, Configuration configuration, Packet packet, Receiver receiver, Lane? lane, int? budget, bool force, TextWriter talk)
    {
        var verdict = Gate.Judge(repository, configuration, packet, lane, receiver, UserEnvironment.Current);
        var isForced = !verdict.IsAccepted && force;
        var tokens = budget ?? configuration.BudgetOf(packet.Handoff.Path)?.Tokens ?? DefaultBudget;
        var report = new TakeoverReport(verdict, receiver)
        {
            Budget = tokens,
            IsForced = isForced,
            Prompt = verdict.IsAccepted || isForced ? TakeoverPrompt.Compose(verdict, receiver, tokens) : null,
        };
        return report with { Record = report.Keep(repository, talk) };
    }

    public void Write(bool asJson)
    {
        if (asJson)
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, json => TakeoverJson.Write(json, this));
        }
        else if (Prompt is not null)
        {
            Terminal.Output.Write(Prompt.Text);
            Terminal.Flush();
        }
        else
        {
            WriteRefusal(Terminal.Output, new Paint(Terminal.LayOut().UseColour));
            Terminal.Flush();
        }

        Talk();
    }

    // Whether the verdict can be kept or not, it is the verdict.
    private string? Keep(Repository repository, TextWriter talk)
    {
        try
        {
            return AsState(DateTimeOffset.UtcNow).Save(repository, Handoff, UserEnvironment.Current);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            talk.WriteLine($"note: the verdict could not be saved: {e.Message}");
            return null;
        }
    }

    private void WriteRefusal(TextWriter output, Paint paint)
    {
        output.WriteLine($"{paint.Bold(VisibleText.OfLine(Handoff.Path))} is not ready for {Receiver.Name}{InLane()}: {Reasons()}");
        foreach (var item in ContractItem.All.Where(item => Verdict.Open.Contains(item.Id)))
        {
            output.WriteLine();
            output.WriteLine($"{paint.Bold($"{item.Id} {item.Name}")}: {item.Question}");
            var problems = Verdict.Problems.Where(problem => problem.Items.Contains(item.Id)).ToArray();
            foreach (var problem in problems)
                WriteProblem(problem, output);
            string[] write = [.. problems.Any(problem => problem.IsOutdated) ? ["what holds now, in place of what held before"] : Array.Empty<string>(), .. problems.Any(problem => problem.IsGap) ? item.Write.Split('\n') : []];
            foreach (var (i, line) in write.Index())
                output.WriteLine($"  {paint.Faint(i == 0 ? "write" : "     ")} {line}");
        }

        foreach (var (i, problem) in Verdict.Problems.Where(problem => problem.Items.Count == 0).Index())
        {
            if (i == 0)
                output.WriteLine($"\n{paint.Bold("not tied to one item")}");
            WriteProblem(problem, output);
        }
    }

    private static void WriteProblem(GateProblem problem, TextWriter output) =>
        output.WriteLine($"  {VisibleText.OfLine(problem.File)}:{problem.Line} {(problem.Rule is null ? "" : problem.Rule + " ")}{VisibleText.OfLine(problem.Message)}{(problem.Failure is null ? "" : $" ({problem.Failure} {FailureMode.Name(problem.Failure)})")}");

    private string InLane() => Verdict.Lane is { } lane ? $" in the {lane.Word()} lane" : "";

    private string Reasons()
    {
        var rest = Verdict.Problems.Count(problem => problem.Items.Count == 0);
        var open = Verdict.Open.Count == 0 ? "" : $"{Verdict.Open.Count} of {Words.Count(Verdict.Asked.Count, "item")} open ({string.Join(", ", Verdict.Open)}{(Verdict.OpenQuestions.Count > 0 ? $"; cannot answer {string.Join(", ", Verdict.OpenQuestions)}" : "")})";
        return rest == 0 ? open : $"{open}{(open.Length > 0 ? ", " : "")}{Words.Count(rest, open.Length > 0 ? "other fault" : "fault")}";
    }

    private void Talk()
    {
        if (Prompt is null)
        {
            Terminal.Error.WriteLine($"refused: correct the packet and try again{(Record is null ? "" : $" (the reasons are saved in {Record})")}; --force prints the prompt anyway");
            return;
        }

        var cut = Prompt.LeftOut.Count == 0 ? "" : $", left out for length: {string.Join(", ", Prompt.LeftOut)}";
        Terminal.Error.WriteLine($"{State}: {Verdict.Asked.Count - Verdict.Open.Count} of {Words.Count(Verdict.Asked.Count, "item")} answered{InLane()}; about {Prompt.Tokens:N0} of {Budget:N0} tokens{cut}");
        if (Copied is { } copied)
            Terminal.Error.WriteLine(copied.Program is { } program ? $"copied with {program}" : $"not copied: {copied.Problem}; the prompt is on standard output");
    }
}
