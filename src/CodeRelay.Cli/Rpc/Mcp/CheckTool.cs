using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Formats;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>`check`: the problems of the packet.</summary>
internal sealed class CheckTool : McpTool
{
    public override string Name => "check";

    public override string Title => "Check the handoff packet";

    public override string Description =>
        "Checks the handoff packet (HANDOFF.md, TASKS.md …) and the instruction files: what is stale, too long, redundant, missing or unsafe, with evidence. Call it after you edit the packet, before you rely on it, and before you stop. Returns the JSON of `coderelay check --format json`.";

    public override IReadOnlyList<ToolParameter> Parameters => [new("path", "A file, directory or glob to check instead of the packet and the instruction files.")];

    public override ToolAnswer Run(ToolCall call)
    {
        var repository = call.Repository();
        var named = call["path"] is { } path ? NamedDocuments.Read(repository, [path], call.Directory) : null;
        var input = CheckedFiles.Read(repository, named, rules: null, call.Talk) with { AlsoNeeds = Facts.Head };
        var result = RuleCatalog.Check(input, new BaselineFile(repository, named: null).Load());
        foreach (var note in result.Notes)
            call.Talk.WriteLine($"note: {VisibleText.OfLine(note)}");
        return ToolAnswer.Json(CheckJson.Of(result), FormatJsonContext.Default.CheckJson);
    }
}
