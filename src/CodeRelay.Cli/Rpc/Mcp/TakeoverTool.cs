using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Takeover;
using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>`takeover`: the receiver's prompt, or the packet's gaps.</summary>
internal sealed class TakeoverTool : McpTool
{
    public override string Name => "takeover";

    public override string Title => "Prepare a takeover";

    public override string Description =>
        "Checks that an agent can take over from the packet, and returns the prompt for that agent; a bad packet is refused, with what is missing and what to write. The verdict is saved outside the working tree. Returns the JSON of `coderelay takeover --format json`.";

    public override IReadOnlyList<ToolParameter> Parameters =>
    [
        new("to", "The agent that takes over.", IsRequired: true) { Values = [.. Receiver.All.Select(receiver => receiver.Id)] },
        new("lane", "The lane of that agent; the packet's lane if not given.") { Values = [.. LaneNames.All.Select(lane => lane.Word())] },
    ];

    public override bool IsReadOnly => false;

    public override ToolAnswer Run(ToolCall call)
    {
        var here = call.Here();
        var repository = here.RequireRepository();
        var configuration = Configuration.Load(repository);
        var receiver = Receiver.Find(call["to"]!)!;
        var lane = LaneNames.TryParse(call["lane"], out var named) ? named : null;
        if (here.NearestPacket(configuration) is not { } packet)
        {
            Messages.TellNoPacket(repository, configuration, call.Talk);
            return ToolAnswer.Json(TakeoverWithoutPacketJson.Of(repository, receiver, lane), ReportJsonContext.Default.TakeoverWithoutPacketJson) with { IsError = true };
        }

        var report = TakeoverReport.Of(repository, configuration, packet, receiver, lane, budget: null, force: false, call.Talk);
        if (report.Prompt is null)
            call.Talk.WriteLine("refused: correct the packet and try again");
        return ToolAnswer.Json(TakeoverJson.Of(report), ReportJsonContext.Default.TakeoverJson) with { IsError = report.Prompt is null };
    }
}
