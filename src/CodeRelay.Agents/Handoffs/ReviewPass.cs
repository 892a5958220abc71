using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>A part of a handoff to review before sending.</summary>
/// <param name="Section">Its heading.</param>
/// <param name="Text">The original text, one or more lines.</param>
/// <param name="Why">The reason for the review, for a message.</param>
internal sealed record ReviewItem(string Section, string Text, string Why)
{
    private const int MostShown = 400;
    private const int LongestSummary = 100;

    /// <summary>The first sentence, shortened when it is long.</summary>
    public string Summary
    {
        get
        {
            var line = ListMarker.Without(HandoffFrame.OneLine(Text));
            var end = line.IndexOf(". ", StringComparison.Ordinal);
            var sentence = end < 0 ? line : line[..(end + 1)];
            return HandoffFrame.Clip(sentence, LongestSummary);
        }
    }

    /// <summary>The first 400 characters at most.</summary>
    public string Shown => Clipping.Truncate(Text, MostShown);
}

/// <summary>
/// Selects the parts of a handoff to review before sending: long items without a verifiable reference, and always two sections whose
/// content only the writer knows.
/// </summary>
internal static class ReviewPass
{
    private const int Bulky = 200;

    private static readonly string[] AlwaysAsked = [HandoffSections.NotToDo, HandoffSections.OpenFollowUps];

    /// <summary>The items in text order; a section that is always reviewed is one item.</summary>
    public static IReadOnlyList<ReviewItem> Items(string body)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        var document = new Document(HandoffCheck.FileName, SourceText.Decode(bytes, bytes.Length), DocumentKind.Handoff);
        var items = new List<ReviewItem>();
        foreach (var section in document.Sections.Where(section => section is { Level: 2 }))
        {
            if (AlwaysAsked.Contains(section.Title, StringComparer.OrdinalIgnoreCase))
                items.Add(new ReviewItem(section.Title, SectionText(document, section), "this section is always reviewed"));
            else
                items.AddRange(section.Blocks.Where(block => IsBulky(block) && !HasEvidence(document, block)).Select(block => new ReviewItem(section.Title, document.Text.Content[block.Start..block.End].Trim(), $"over {Bulky} characters without a file, commit, command or number")));
        }

        return [.. items.Where(item => item.Text.Length > 0)];
    }

    private static bool IsBulky(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.ListItem && block.End - block.Start > Bulky;

    private static bool HasEvidence(Document document, Block block) =>
        document.MentionsIn(block).Any() || block.Text.Any(char.IsAsciiDigit) || block.Text.Contains('`', StringComparison.Ordinal) || document.Text.Content.AsSpan(block.Start, block.End - block.Start).Contains('`');

    private static string SectionText(Document document, Section section) =>
        string.Join('\n', Enumerable.Range(section.Line + 1, Math.Max(0, section.LastLine - section.Line)).Select(line => document.Text.Line(line).ToString())).Trim();
}
