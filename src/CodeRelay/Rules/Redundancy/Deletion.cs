using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Creates edits that delete blocks as whole lines, with the headings and table headers that become empty.</summary>
internal static class Deletion
{
    /// <returns>Null when a block shares its lines with other content.</returns>
    public static Fix? Of(Document document, IReadOnlyCollection<Block> blocks, string title) =>
        EditsOf(document, blocks) is { } edits ? new Fix(title, FixSafety.Unsafe, edits) : null;

    /// <summary>The edits alone.</summary>
    /// <param name="document">The document to edit.</param>
    /// <param name="blocks">The blocks to delete.</param>
    /// <param name="keepsHeadings">True to keep a heading that becomes empty, because it asks a question.</param>
    /// <returns>The same as for <see cref="Of"/>.</returns>
    public static IReadOnlyList<TextEdit>? EditsOf(Document document, IReadOnlyCollection<Block> blocks, bool keepsHeadings = false)
    {
        if (blocks.Any(block => !HasLinesOfItsOwn(document, block)))
            return null;
        var gone = blocks.ToHashSet();
        var lines = blocks.SelectMany(block => Enumerable.Range(block.Line, block.LastLine - block.Line + 1)).ToHashSet();
        if (blocks.Any(block => block.Kind == BlockKind.TableRow))
            lines.UnionWith(document.Blocks.Where(block => block.IsHeader && RowsOf(document, block).All(gone.Contains)).SelectMany(block => new[] { block.Line, block.Line + 1 }));
        if (!keepsHeadings)
            lines.UnionWith(blocks.Where(block => !block.IsHeader).SelectMany(block => Above(block.Section)).Distinct().Where(section => IsEmptied(document, section, gone)).Select(section => section.Line));
        return [.. Edits(document, Ranges(document, lines))];
    }

    private static bool HasLinesOfItsOwn(Document document, Block block) =>
        document.Text.Content.AsSpan(document.Text.LineStart(block.Line), block.Start - document.Text.LineStart(block.Line)).IsWhiteSpace()
        && document.Text.Content.AsSpan(block.End, BehindLine(document, block.LastLine) - block.End).IsWhiteSpace();

    private static IEnumerable<Block> RowsOf(Document document, Block header) =>
        document.Blocks.SkipWhile(block => block != header).Skip(1).TakeWhile(block => block.Kind == BlockKind.TableRow && !block.IsHeader);

    // The content before the first heading has no heading to delete.
    private static IEnumerable<Section> Above(Section section)
    {
        for (var at = section; at is { Line: > 0 }; at = at.Parent)
            yield return at;
    }

    private static bool IsEmptied(Document document, Section section, HashSet<Block> gone) =>
        document.Blocks.All(block => block.IsHeader || !IsWithin(block.Section, section) || gone.Contains(block));

    private static bool IsWithin(Section? section, Section ancestor)
    {
        while (section is not null && section != ancestor)
            section = section.Parent;
        return section == ancestor;
    }

    // The blank lines after deleted lines go with them if there is a blank line before; otherwise they separate the remaining blocks.
    private static List<(int First, int Last)> Ranges(Document document, HashSet<int> lines)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var line in lines.Where(line => line <= document.Text.LineCount).Order())
        {
            var (first, last) = (line, line);
            if (ranges is [.., var before] && line <= before.Last + 1)
            {
                (first, last) = (before.First, Math.Max(before.Last, line));
                ranges.RemoveAt(ranges.Count - 1);
            }

            while (last < document.Text.LineCount && document.Text.Line(last + 1).IsWhiteSpace() && document.Text.Line(first - 1).IsWhiteSpace())
                last++;
            ranges.Add((first, last));
        }

        return ranges;
    }

    private static IEnumerable<TextEdit> Edits(Document document, List<(int First, int Last)> ranges)
    {
        foreach (var (first, last) in ranges)
        {
            var start = document.Text.LineStart(first);
            yield return new TextEdit(document.Path, start, BehindLine(document, last) - start, MustPart(document, first - 1, last + 1) ? LineBreak(document, first) : "");
        }
    }

    private static int BehindLine(Document document, int line) => line < document.Text.LineCount ? document.Text.LineStart(line + 1) : document.Text.Content.Length;

    // A list that does not begin with 1 cannot follow a paragraph directly, or its items become text of the paragraph.
    private static bool MustPart(Document document, int before, int behind)
    {
        var above = document.Text.Line(before);
        var below = document.Text.Line(behind);
        return !above.IsWhiteSpace() && above[0] != '#' && Number(below) is not ([] or ['1']) && (Number(above).IsEmpty || Indentation(above) < Indentation(below));
    }

    private static ReadOnlySpan<char> Number(ReadOnlySpan<char> line)
    {
        var item = line.TrimStart();
        var digits = item[..(item.Length - item.TrimStart("0123456789").Length)];
        return item[digits.Length..] is ['.' or ')', ' ' or '\t', ..] ? digits : [];
    }

    private static int Indentation(ReadOnlySpan<char> line) => line.Length - line.TrimStart().Length;

    /// <summary>The line break of a line, to use for inserted text.</summary>
    public static string LineBreak(Document document, int line)
    {
        var content = document.Text.Content.AsSpan(document.Text.LineStart(line));
        var end = document.Text.Line(line).Length;
        return content[end..] is ['\r', '\n', ..] ? "\r\n" : "\n";
    }
}
