using CodeRelay.Packets;
using CodeRelay.Rules.Completeness;

namespace CodeRelay.Rules.Freshness;

/// <summary>What a packet says is still to be done: the next steps of HANDOFF.md, and what TASKS.md has in progress or next.</summary>
internal static class OpenSteps
{
    /// <summary>The steps that are judged as one statement; one with items below it is about more than its first line says.</summary>
    public static IEnumerable<Statement> Of(Document document) => document.Kind switch
    {
        DocumentKind.Handoff => NextSteps.Of(PacketAnswers.Of(document)).Where(step => step.Count == 1).Select(step => step[0]).Where(IsStep),
        DocumentKind.Tasks => document.Statements.Where(statement => statement.Block.CheckBox is CheckBox.Open or CheckBox.InProgress
            || statement.Block.CheckBox == CheckBox.None && statement.Block.Section.Kind is SectionKind.Next or SectionKind.InProgress).Where(IsStep),
        _ => [],
    };

    // A paragraph of several labelled lines is one claim, which no step is.
    private static bool IsStep(Statement statement) =>
        statement.Block.Kind is BlockKind.ListItem or BlockKind.TableRow or BlockKind.Paragraph && statement.End == statement.Block.End && !statement.IsStruck && !Specificity.IsVague(statement) && statement.Block.CheckBox is not (CheckBox.Done or CheckBox.Blocked);
}
