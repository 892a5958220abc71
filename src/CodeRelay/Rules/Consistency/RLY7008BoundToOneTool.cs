using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Consistency;

/// <summary>The packet needs what only one session or one tool has: a conversation, a command that only that tool knows.</summary>
public sealed class RLY7008BoundToOneTool : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY7008", "bound-to-one-tool", Severity.Warning, "the packet depends on a conversation or a command of one tool")
    {
        NoFix = "only someone who was there can write down what was said or what the command did",
    };

    protected override bool AppliesTo(Document document) => document.Kind == DocumentKind.Handoff;

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var statement in document.Statements.Where(IsCurrent))
        {
            if (ToolBound.FindConversation(statement) is { } spoken)
                context.Report(this, document, spoken.Start, spoken.End, $"\"{spoken.Text}\" refers to a conversation that the next session does not have; write down what was said");
            else if (ToolBound.FindCommand(statement) is { } command)
                context.Report(this, document, command.Start, command.End, $"\"{command.Text}\" works in one tool only; say what it does, or give a shell command");
        }
    }

    private static bool IsCurrent(Statement statement) =>
        statement.Block.Kind != BlockKind.Fence && !statement.IsStruck && statement.Block.CheckBox != CheckBox.Done && !statement.IsAbout(SectionKind.Done);
}
