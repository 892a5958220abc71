using CodeRelay.Agents.Reports;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>`explain`: a rule's page.</summary>
internal sealed class ExplainTool : McpTool
{
    public override string Name => "explain";

    public override string Title => "Explain a rule";

    public override string Description =>
        "Explains a rule that `check` named: why it matters, a bad and a good example, how to fix it. Returns the JSON of `coderelay explain <rule> --format json`, with the page as Markdown.";

    public override IReadOnlyList<ToolParameter> Parameters => [new("rule", "The rule's id or name, such as RLY3001 or repeats-git-log.", IsRequired: true)];

    public override ToolAnswer Run(ToolCall call)
    {
        var rule = RuleSelection.Find(call["rule"]!, call.Directory);
        return ToolAnswer.Json(ExplainJson.Of(rule), ReportJsonContext.Default.ExplainJson);
    }
}
