using System.Text.Json;
using CodeRelay.Formats;
using CodeRelay.Lanes;
using CodeRelay.Takeover;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>`coderelay/takeover/1`: what `takeover` tells scripts.</summary>
internal static class TakeoverJson
{
    private const string Schema = "coderelay/takeover/1";

    /// <summary>The JSON for a repository that has nothing to take over.</summary>
    public static void WriteNoPacket(Utf8JsonWriter json, Repository repository, Receiver receiver, Lane? lane)
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
    }

    /// <summary>Writes the whole answer.</summary>
    public static void Write(Utf8JsonWriter json, TakeoverReport report)
    {
        var verdict = report.Verdict;
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonFormat.WriteRepository(verdict.Result.Input.Repository, json);
        json.WriteString("packet", report.Handoff.Path);
        json.WriteString("to", report.Receiver.Id);
        json.WriteStringOrNull("lane", verdict.Lane?.Word());
        json.WriteString("state", report.State);
        WriteItems(json, verdict);
        json.WriteStartArray("problems");
        foreach (var problem in verdict.Problems)
            WriteProblem(problem, json);
        json.WriteEndArray();
        json.WriteStringOrNull("prompt", report.Prompt?.Text);
        json.WriteNumber("tokens", report.Prompt?.Tokens ?? 0);
        json.WriteNumber("budget", report.Budget);
        WriteWords("leftOut", report.Prompt?.LeftOut ?? [], json);
        json.WriteStringOrNull("copied", report.Copied?.Program);
        json.WriteStringOrNull("record", report.Record);
        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, GateVerdict verdict)
    {
        json.WriteStartArray("items");
        foreach (var item in ContractItem.All)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("name", item.Name);
            json.WriteString("question", item.Question);
            json.WriteString("state", !verdict.Asked.Contains(item.Id) ? "not-asked" : verdict.Open.Contains(item.Id) ? "open" : "answered");
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
            json.WriteBoolean("answered", !verdict.OpenQuestions.Contains(question.Id));
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
