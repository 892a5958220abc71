using CodeRelay.Reports;

namespace CodeRelay.Cli.Mcp;

/// <summary>`status`: how things stand.</summary>
internal sealed class StatusTool : McpTool
{
    public override string Name => "status";

    public override string Title => "Status of the handoff packet";

    public override string Description =>
        "Says how the handoff packet of this repository stands: its files and what they cost in tokens, how many commits are newer than it, its tasks, hooks and counts of findings. JSON, as `coderelay status --format json`.";

    public override ToolAnswer Run(ToolCall call)
    {
        var report = StatusReport.Read(call.Repository());
        if (report.Packets.Count == 0)
            Messages.TellNoPacket(report.Repository, report.Configuration, call.Talk);
        return ToolAnswer.Json(StatusJson.Of(report), ReportJsonContext.Default.StatusJson);
    }
}
