using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Syntax;

namespace CodeRelay.Analysis.Fixing;

/// <summary>Closes the gaps that deleted items leave in numbered lists.</summary>
internal static class ListNumbers
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter().Build();

    /// <summary>
    /// Renumbers the lists of a text that counted up without gaps before and no longer do, from their original first number.
    /// Other lists (all "1.", or with gaps of their own) are unchanged.
    /// </summary>
    /// <param name="before">The text before items were deleted.</param>
    /// <param name="after">The text after.</param>
    public static string Mend(string before, string after)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in Lists(before).Where(CountsUp))
        {
            foreach (var item in list)
                first.TryAdd(Words(before, item), list[0].Order);
        }

        var mended = new StringBuilder(after);
        foreach (var (item, number) in Lists(after).SelectMany(list => Renumber(list, after, first)).OrderByDescending(change => change.Item.Span.Start))
            mended.Remove(item.Span.Start, Digits(after, item)).Insert(item.Span.Start, number.ToString(CultureInfo.InvariantCulture));
        return mended.ToString();
    }

    private static IEnumerable<(ListItemBlock Item, int Number)> Renumber(ListItemBlock[] list, string text, Dictionary<string, int> first)
    {
        if (!Array.TrueForAll(list, item => Digits(text, item) > 0 && first.ContainsKey(Words(text, item))))
            return [];
        var begin = first[Words(text, list[0])];
        return list.Select((item, i) => (Item: item, Number: begin + i)).Where(change => change.Item.Order != change.Number);
    }

    private static ListItemBlock[][] Lists(string text) =>
        [.. Markdown.Parse(text, Pipeline).Descendants<ListBlock>().Where(list => list.IsOrdered && list.BulletType == '1').Select(list => list.OfType<ListItemBlock>().ToArray()).Where(list => list.Length > 0)];

    private static bool CountsUp(ListItemBlock[] list) => !list.Where((item, i) => item.Order != list[0].Order + i).Any();

    // Items are matched by their words, since their numbers and positions may have changed.
    private static string Words(string text, ListItemBlock item) =>
        text.AsSpan(item.Span.Start, Math.Min(item.Span.End + 1, text.Length) - item.Span.Start)[Digits(text, item)..].Trim().ToString();

    private static int Digits(string text, ListItemBlock item)
    {
        var end = item.Span.Start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - item.Span.Start;
    }
}
