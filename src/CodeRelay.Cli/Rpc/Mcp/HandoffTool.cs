using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Files;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>`handoff`: a message for the next session.</summary>
internal sealed class HandoffTool : McpTool
{
    public override string Name => "handoff";

    public override string Title => "Leave a handoff";

    public override string Description =>
        $"Leaves a message for the next session of this or another worktree; it is shown once, when that session starts. A text without `## {HandoffSections.NextAction}`, or with an error (a secret, a path of this machine), is refused with the reasons. Returns its path and its sentinel; report both to the user.";

    public override IReadOnlyList<ToolParameter> Parameters =>
    [
        new("body", $"The text in Markdown, with a title and the section `## {HandoffSections.NextAction}`.", IsRequired: true),
        new("to", "The worktree that receives it, by its directory name; this one if not given."),
        new("topic", "One or two words for its file name; from the last commit if not given."),
    ];

    public override bool IsReadOnly => false;

    public override bool IsIdempotent => false;

    public override ToolAnswer Run(ToolCall call)
    {
        var owner = CurrentRepository.ForHandoffs(call.Directory).RequireEndpoint();
        var configuration = Configuration.Load(owner.Repository);
        var address = Address.Of(owner, call["to"], UserEnvironment.Current);
        var draft = new HandoffDraft(owner, new HandoffText(Encoding.UTF8.GetBytes(call["body"]!))) { Topic = call["topic"], SessionTool = call.Client };
        HandoffReview.Tell(draft.Body, call.Talk);
        var request = new HandoffRequest(draft, address, configuration, UserEnvironment.Current);
        var result = HandoffPost.Send(request, call.Talk);
        return result.IsRefused
            ? new ToolAnswer("the handoff was not written; correct the text") { IsError = true }
            : ToolAnswer.Json(HandoffJson.Of(request, result), ReportJsonContext.Default.HandoffJson);
    }
}
