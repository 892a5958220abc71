using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Rules.Redundancy;

namespace CodeRelay.Rules.Completeness;

/// <summary>A template's placeholder is not filled in.</summary>
internal sealed class RLY4012TemplatePlaceholderLeft : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY4012", "template-placeholder-left", Severity.Warning, "a template placeholder is not filled in")
    {
        Fix = FixSafety.Safe,
    };

    protected override bool AppliesTo(Document document) =>
        document.Kind is DocumentKind.Handoff or DocumentKind.Tasks or DocumentKind.Decisions or DocumentKind.ProjectContext;

    // One finding per section: five bare bullets below one heading are one omission.
    protected override void Check(Document document, RuleContext context)
    {
        var statements = document.Statements.ToLookup(statement => statement.Section);
        foreach (var section in document.Sections)
            Check(document, section, [.. statements[section]], context);
    }

    private void Check(Document document, Section section, Statement[] statements, RuleContext context)
    {
        if (Placeholders.IsHeading(section.Title))
            context.Report(this, document, section, $"heading \"{section.Title}\" is a placeholder of the template; write the real heading");
        var said = Placeholders.WithoutUnfilled(statements).ToArray();
        var places = Places(section, statements, said).OrderBy(place => place.Start).ToArray();
        if (said.Length == 0 && places.Length > 0)
            context.Report(this, document, places[0].Start, places[^1].End, NotFilledIn(section, statements));
        else if (places.Length > 0)
            ReportLeft(document, places, context);
    }

    // Placeholders that can be deleted without loss are reported apart, so that their fix does not depend on the others.
    private void ReportLeft(Document document, Place[] places, RuleContext context)
    {
        var blocks = places.Select(place => place.Droppable).OfType<Block>().ToArray();
        var edits = blocks.Length > 0 ? Deletion.EditsOf(document, blocks) : null;
        foreach (var kind in places.GroupBy(place => edits is not null && place.Droppable is not null).Select(group => group.ToArray()))
        {
            var fix = edits is not null && kind[0].Droppable is not null ? new Fix("delete the placeholders that are not filled in", FixSafety.Safe, edits) : null;
            context.Report(this, document, kind[0].Start, kind[0].End, kind.Length == 1 ? "this placeholder is not filled in; fill it in or delete it" : $"{kind.Length} placeholders are not filled in; fill them in or delete them", fix: fix);
        }
    }

    private static IEnumerable<Place> Places(Section section, Statement[] statements, Statement[] said)
    {
        var isSaid = said.ToHashSet<Statement>(ReferenceEqualityComparer.Instance);
        foreach (var block in section.Blocks.Where(Placeholders.IsBlock))
            yield return new Place(block.Start, block.End, block.Kind == BlockKind.Comment ? block : null);
        foreach (var statement in statements)
        {
            if (!isSaid.Contains(statement))
            {
                yield return new Place(statement.Start, statement.End, IsDroppable(statement, said) ? statement.Block : null);
                continue;
            }

            foreach (var (start, end) in Placeholders.Inside(statement))
                yield return new Place(start, end, Droppable: null);
        }
    }

    // A bare bullet is empty. A marked placeholder asks a question: it may go when another line with the same label answers it, never where its own
    // label asks. A word such as TBD may be an author's answer.
    private static bool IsDroppable(Statement statement, Statement[] said) =>
        Placeholders.IsBare(statement.SourceOpening)
        || statement.Block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.TableRow && statement.Start == statement.Block.Start && statement.End == statement.Block.End
            && Placeholders.IsMarked(statement) && !Carries(statement.Block) && Array.Exists(said, other => other.Label == statement.Label);

    private static bool Carries(Block block) =>
        block.Section.Blocks.SkipWhile(each => each != block).Skip(1).FirstOrDefault() is { } next && block.Kind == BlockKind.ListItem
        && (next.Kind == BlockKind.ListItem ? next.Depth > block.Depth : next.Document.Text.Position(next.Start).Column > 1);

    private static string NotFilledIn(Section section, Statement[] statements)
    {
        var kind = section.Kind == SectionKind.None && statements is [{ Kinds: [var first, ..] }, ..] ? first : section.Kind;
        var name = section.Title.Length > 0 ? $"section \"{section.Title}\"" : "this part";
        return Questions.Of(kind) is { } question ? $"{name} is not filled in; say {question}, or write \"none\"" : $"{name} is not filled in; write what belongs here, or delete it";
    }

    private readonly record struct Place(int Start, int End, Block? Droppable);
}

/// <summary>The question for each kind of section.</summary>
internal static class Questions
{
    /// <summary>The question in lower case without question mark, or null for a kind without one.</summary>
    public static string? Of(SectionKind kind) => kind switch
    {
        SectionKind.Goal => "exactly what must be finished",
        SectionKind.InProgress => "what was begun and not finished",
        SectionKind.Next => "what to do first",
        SectionKind.Files => "which files matter",
        SectionKind.Blockers => "what blocks the work",
        SectionKind.State => "what the state is right now",
        SectionKind.Constraints => "what must not change",
        SectionKind.Acceptance => "what shows that it is done",
        SectionKind.Validation => "which command checks it",
        SectionKind.Review => "who reviews",
        _ => null,
    };
}
