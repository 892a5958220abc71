using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Budget;

/// <summary>A paragraph or item is too long to skim or to change in parts.</summary>
internal sealed class RLY2004WallOfText : DocumentRule
{
    private const int MostTokens = 150;

    public override RuleInfo Info { get; } = new("RLY2004", "wall-of-text", Severity.Info, "a paragraph or list item is too long to skim")
    {
        NoFix = "where to split a text depends on its meaning",
    };

    // Decisions are prose, and prompts are copied whole.
    protected override bool AppliesTo(Document document) => document.Kind is DocumentKind.Handoff or DocumentKind.Tasks or DocumentKind.ProjectContext;

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var walls in document.Blocks.Where(IsWall).GroupBy(block => block.Section))
        {
            var worst = walls.MaxBy(block => block.Tokens)!;
            var others = walls.Count() is var count and > 1 ? $"; {count - 1} more in this section" : "";
            context.Report(this, worst, $"this text has about {worst.Tokens:N0} tokens in one piece, so it is hard to skim and each edit rewrites all of it; split it into items of at most {MostTokens} tokens{others}");
        }
    }

    private static bool IsWall(Block block) => block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.TableRow && block.Tokens > MostTokens;
}
