using CodeRelay.Agents.Reports;
using CodeRelay.Cli.Output;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>`status`: repository, packet and hooks.</summary>
internal sealed class StatusTool : McpTool
{
    public override string Name => "status";

    public override string Title => "Status of the handoff packet";

    public override string Description =>
        "Describes the handoff packet of this repository: its files and their size in tokens, the number of newer commits, its tasks, hooks and counts of findings. Returns the JSON of `coderelay status --format json`.";

    public override ToolAnswer Run(ToolCall call)
    {
        var report = StatusReport.Read(call.Repository());
        if (report.Packets.Count == 0)
            Messages.TellNoPacket(report.Repository, report.Configuration, call.Talk);
        return ToolAnswer.Json(StatusJson.Of(report), ReportJsonContext.Default.StatusJson);
    }
}
