using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Takeover;
using CodeRelay.Git;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay takeover --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="Head">Full object id of HEAD; null outside git and on a branch without commits.</param>
/// <param name="Branch">Short name of the branch; null outside git and when HEAD is detached.</param>
/// <param name="Shallow">True for a shallow clone, where age is unknown.</param>
/// <param name="Packet">The HANDOFF.md, relative to root; null without a packet, and then there are no questions.</param>
/// <param name="To">Id of the receiving runtime.</param>
/// <param name="Lane">The lane of the receiver; null for a packet without lanes.</param>
/// <param name="State">The gate's verdict; forced: rejected, and handed over with --force.</param>
/// <param name="Items">The nine items.</param>
/// <param name="Questions">The five questions of a reader.</param>
/// <param name="Problems">The reasons of a rejection.</param>
/// <param name="Prompt">The prompt; null for a rejected packet.</param>
/// <param name="Tokens">Estimated tokens of the prompt.</param>
/// <param name="Budget">The prompt's token limit.</param>
/// <param name="LeftOut">The parts that are missing or cut.</param>
/// <param name="Copied">The program that put the prompt on the clipboard; null for none.</param>
/// <param name="Record">Full path of the record of this verdict; null when it could not be written.</param>
internal sealed record TakeoverJson(
    string Root,
    string? Head,
    string? Branch,
    bool Shallow,
    string? Packet,
    string To,
    [AllowedValues("plan", "execute", "audit", "supervise")] string? Lane,
    [AllowedValues("accepted", "rejected", "forced")] string State,
    IReadOnlyList<TakeoverItemJson> Items,
    IReadOnlyList<TakeoverQuestionJson> Questions,
    IReadOnlyList<TakeoverProblemJson> Problems,
    string? Prompt,
    int Tokens,
    int Budget,
    IReadOnlyList<string> LeftOut,
    string? Copied,
    string? Record)
{
    public const string SchemaId = "coderelay/takeover/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static TakeoverJson Of(TakeoverReport report)
    {
        var verdict = report.Verdict;
        var repository = verdict.Result.Input.Repository;
        return new TakeoverJson(
            repository.Root,
            repository.Head?.Commit,
            repository.Head?.Branch,
            repository.IsShallow,
            report.Handoff.Path,
            report.Receiver.Id,
            verdict.Lane?.Word(),
            report.State,
            [.. ContractItem.All.Select(item => TakeoverItemJson.Of(item, verdict))],
            [.. PacketQuestion.All.Select(question => new TakeoverQuestionJson(question.Id, question.Text, question.Items, !verdict.OpenQuestions.Contains(question.Id)))],
            [.. verdict.Problems.Select(problem => new TakeoverProblemJson(problem.Items, problem.Failure, problem.Rule, problem.Message, problem.File, problem.Line))],
            report.Prompt?.Text,
            report.Prompt?.Tokens ?? 0,
            report.Budget,
            report.Prompt?.LeftOut ?? [],
            report.Copied?.Program,
            report.Record);
    }
}

/// <summary>The same for a repository without a packet.</summary>
internal sealed record TakeoverWithoutPacketJson(
    string Root,
    string? Head,
    string? Branch,
    bool Shallow,
    string? Packet,
    string To,
    string? Lane,
    string State,
    IReadOnlyList<TakeoverItemJson> Items,
    IReadOnlyList<TakeoverQuestionJson> Questions,
    IReadOnlyList<TakeoverProblemJson> Problems)
{
    [JsonPropertyOrder(-1)]
    public string Schema => TakeoverJson.SchemaId;

    public static TakeoverWithoutPacketJson Of(Repository repository, Receiver receiver, Lane? lane) => new(
        repository.Root, repository.Head?.Commit, repository.Head?.Branch, repository.IsShallow, Packet: null, receiver.Id, lane?.Word(), TakeoverState.Rejected, [], [], []);
}

/// <param name="Id">P1 to P9.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Question">The question when it is open.</param>
/// <param name="State">The lane decides which items are required.</param>
/// <param name="Write">The pattern of an answer, as Markdown.</param>
internal sealed record TakeoverItemJson(
    [RegularExpression("^P[1-9]$")] string Id, string Name, string Question, [AllowedValues("answered", "open", "not-asked")] string State, string Write)
{
    public static TakeoverItemJson Of(ContractItem item, GateVerdict verdict) =>
        new(item.Id, item.Name, item.Question, !verdict.Asked.Contains(item.Id) ? "not-asked" : verdict.Open.Contains(item.Id) ? "open" : "answered", item.Write);
}

/// <param name="Id">Q1 to Q5.</param>
/// <param name="Text">The question.</param>
/// <param name="Items">The items that answer it.</param>
/// <param name="Answered">False when one of them is open.</param>
internal sealed record TakeoverQuestionJson([RegularExpression("^Q[1-5]$")] string Id, string Text, IReadOnlyList<string> Items, bool Answered);

/// <param name="Items">The items that it leaves open; empty when it concerns none.</param>
/// <param name="Failure">F1 vague summary, F2 missing artifacts, F3 needless switch, F4 assumed portability, F5 role confusion.</param>
/// <param name="Rule">Id of the rule; null for the gate's own questions.</param>
/// <param name="Message">Problem, cause and remedy.</param>
/// <param name="File">Relative to root, with '/'.</param>
/// <param name="Line">1-based.</param>
internal sealed record TakeoverProblemJson(
    IReadOnlyList<string> Items, [AllowedValues("F1", "F2", "F3", "F4", "F5")] string? Failure, string? Rule, string Message, string File, [Range(1, int.MaxValue)] int Line);
