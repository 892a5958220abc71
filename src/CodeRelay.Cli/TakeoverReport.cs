using System.Text.Json;
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
    public const string Schema = "coderelay/takeover/1";

    /// <summary>The prompt; null for a packet that is refused.</summary>
    public TakeoverPrompt? Prompt { get; init; }

    public int Budget { get; init; }

    public bool IsForced { get; init; }

    /// <summary>Full path of the record, or null when it could not be written.</summary>
    public string? Record { get; init; }

    /// <summary>The program that copied the prompt or why none did; null when nobody asked for it.</summary>
    public (string? Program, string Problem)? Copied { get; init; }

    private string State => IsForced ? TakeoverState.Forced : Verdict.IsAccepted ? TakeoverState.Accepted : TakeoverState.Rejected;

    private Document Handoff => Verdict.Packet.Handoff;

    public TakeoverState AsState(DateTimeOffset at) => new(State, Receiver.Id, Verdict.Lane?.Word(), at, [.. Verdict.Problems.Select(problem => $"{(problem.Items.Count > 0 ? string.Join(", ", problem.Items) : problem.Failure ?? problem.Rule)}: {problem.Message}")]);

    public void Write(bool asJson)
    {
        if (asJson)
        {
            using var output = Terminal.OpenOutput();
            JsonText.Write(output, WriteJson);
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

    /// <summary>The JSON for a repository that has nothing to take over.</summary>
    public static void WriteNoPacket(Repository repository, Receiver receiver, Lane? lane)
    {
        using var output = Terminal.OpenOutput();
        JsonText.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            JsonFormat.WriteRepository(repository, json);
            json.WriteNull("packet");
            json.WriteString("to", receiver.Id);
            json.WriteStringOrNull("lane", lane?.Word());
            json.WriteString("state", TakeoverState.Rejected);
            json.WriteStartArray("items");
            json.WriteEndArray();
            json.WriteStartArray("questions");
            json.WriteEndArray();
            json.WriteStartArray("problems");
            json.WriteEndArray();
            json.WriteEndObject();
        });
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
                output.WriteLine($"\n{paint.Bold("not about one item")}");
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
            Terminal.Error.WriteLine($"refused: the packet goes back to its author{(Record is null ? "" : $", the reasons are kept in {Record}")}; --force hands it over all the same");
            return;
        }

        var cut = Prompt.LeftOut.Count == 0 ? "" : $", left out for length: {string.Join(", ", Prompt.LeftOut)}";
        Terminal.Error.WriteLine($"{State}: {Verdict.Asked.Count - Verdict.Open.Count} of {Words.Count(Verdict.Asked.Count, "item")} answered{InLane()}; about {Prompt.Tokens:N0} of {Budget:N0} tokens{cut}");
        if (Copied is { } copied)
            Terminal.Error.WriteLine(copied.Program is { } program ? $"copied with {program}" : $"not copied: {copied.Problem}; the prompt is on standard output");
    }

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonFormat.WriteRepository(Verdict.Result.Input.Repository, json);
        json.WriteString("packet", Handoff.Path);
        json.WriteString("to", Receiver.Id);
        json.WriteStringOrNull("lane", Verdict.Lane?.Word());
        json.WriteString("state", State);
        WriteItems(json);
        json.WriteStartArray("problems");
        foreach (var problem in Verdict.Problems)
            WriteProblem(problem, json);
        json.WriteEndArray();
        json.WriteStringOrNull("prompt", Prompt?.Text);
        json.WriteNumber("tokens", Prompt?.Tokens ?? 0);
        json.WriteNumber("budget", Budget);
        WriteWords("leftOut", Prompt?.LeftOut ?? [], json);
        json.WriteStringOrNull("copied", Copied?.Program);
        json.WriteStringOrNull("record", Record);
        json.WriteEndObject();
    }

    private void WriteItems(Utf8JsonWriter json)
    {
        json.WriteStartArray("items");
        foreach (var item in ContractItem.All)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("name", item.Name);
            json.WriteString("question", item.Question);
            json.WriteString("state", !Verdict.Asked.Contains(item.Id) ? "not-asked" : Verdict.Open.Contains(item.Id) ? "open" : "answered");
            json.WriteString("write", item.Write);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("questions");
        foreach (var question in PacketQuestion.All)
        {
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteString("text", question.Text);
            WriteWords("items", question.Items, json);
            json.WriteBoolean("answered", !Verdict.OpenQuestions.Contains(question.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProblem(GateProblem problem, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteWords("items", problem.Items, json);
        json.WriteStringOrNull("failure", problem.Failure);
        json.WriteStringOrNull("rule", problem.Rule);
        json.WriteString("message", problem.Message);
        json.WriteString("file", problem.File);
        json.WriteNumber("line", problem.Line);
        json.WriteEndObject();
    }

    private static void WriteWords(string name, IEnumerable<string> words, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
