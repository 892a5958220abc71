using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>What a template left to be filled in is still there.</summary>
public sealed class RLY4012TemplatePlaceholderLeft : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY4012", "template-placeholder-left", Severity.Warning, "a placeholder of the template was not filled in")
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
            context.Report(this, document, section, $"heading \"{section.Title}\" is the template's; give it its title");
        var said = Placeholders.WithoutUnfilled(statements).ToArray();
        var places = Places(section, statements, said).OrderBy(place => place.Start).ToArray();
        if (places.Length == 0)
            return;
        var isAnswered = said.Length > 0;
        context.Report(this, document, places[0].Start, isAnswered ? places[0].End : places[^1].End, Message(section, statements, places, isAnswered), fix: isAnswered ? Fix(document, places) : null);
    }

    private static IEnumerable<Place> Places(Section section, Statement[] statements, Statement[] said)
    {
        var isSaid = said.ToHashSet<Statement>(ReferenceEqualityComparer.Instance);
        foreach (var block in section.Blocks.Where(Placeholders.IsBlock))
            yield return new Place(block.Start, block.End, IsDroppable: block.Kind == BlockKind.Comment);
        foreach (var statement in statements)
        {
            if (!isSaid.Contains(statement))
            {
                yield return new Place(statement.Start, statement.End, Placeholders.IsBare(statement.SourceOpening));
                continue;
            }

            foreach (var (start, end) in Placeholders.Inside(statement))
                yield return new Place(start, end, IsDroppable: false);
        }
    }

    private static string Message(Section section, Statement[] statements, Place[] places, bool isAnswered)
    {
        var kind = section.Kind == SectionKind.None && statements is [{ Kinds: [var first, ..] }, ..] ? first : section.Kind;
        if (isAnswered)
            return places.Length == 1 ? "a placeholder is left; fill it in or delete it" : $"{places.Length} placeholders are left; fill them in or delete them";
        var name = section.Title.Length > 0 ? $"section \"{section.Title}\"" : "this";
        return Questions.Of(kind) is { } question ? $"{name} is not filled in; say {question}, or write none" : $"{name} is not filled in; write what belongs here, or delete it";
    }

    // A bare bullet and a comment that asks for text say nothing, so nothing is lost with their lines.
    private static Fix? Fix(Document document, Place[] places) => places.All(place => place.IsDroppable)
        ? new Fix("delete what was not filled in", FixSafety.Safe, [.. places.Select(place => DeleteLines(document, place))])
        : null;

    private static TextEdit DeleteLines(Document document, Place place)
    {
        var text = document.Text;
        var first = text.Position(place.Start).Line;
        var last = text.Position(Math.Max(place.Start, place.End - 1)).Line;
        var start = text.LineStart(first);
        var end = last < text.LineCount ? text.LineStart(last + 1) : text.Content.Length;
        return new TextEdit(document.Path, start, end - start, "");
    }

    private readonly record struct Place(int Start, int End, bool IsDroppable);
}
