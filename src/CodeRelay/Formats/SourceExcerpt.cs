using System.Text;
using CodeRelay.Text;

namespace CodeRelay.Formats;

/// <summary>A source line for display: invisible characters shown, tabs expanded, clipped around the range when it is too long.</summary>
/// <param name="Text">The text to print.</param>
/// <param name="MarkStart">Cells before the marked range.</param>
/// <param name="MarkLength">Cells of the marked range, at least 1.</param>
internal readonly record struct SourceExcerpt(string Text, int MarkStart, int MarkLength)
{
    private const int TabWidth = 4;
    private const char Ellipsis = '…';

    // Longer lines are clipped before they are measured, so that a line of a megabyte costs no more than the part around the range;
    // some characters take no cell.
    private const int CharactersPerCell = 3;

    /// <param name="line">The line without its break.</param>
    /// <param name="start">Offset in the line where the range begins.</param>
    /// <param name="end">Offset in the line after the range.</param>
    /// <param name="width">Available cells, at least 10.</param>
    public static SourceExcerpt Of(ReadOnlySpan<char> line, int start, int end, int width)
    {
        start = Math.Clamp(start, 0, line.Length);
        // An empty range marks the character after it.
        end = Math.Clamp(Math.Max(end, start + 1), start, line.Length);
        var reach = CharactersPerCell * width;
        var first = Math.Max(0, start - reach);
        var last = Math.Min(line.Length, start + reach);
        var glyphs = Glyphs(line[first..last], start - first, end - first);
        var from = FirstShown(glyphs, width);
        return Lay(glyphs, from, width, cutFront: first > 0 || from > 0, cutEnd: last < line.Length);
    }

    private readonly record struct Glyph(string Text, int Cells, bool IsMarked);

    private static List<Glyph> Glyphs(ReadOnlySpan<char> text, int start, int end)
    {
        var glyphs = new List<Glyph>(text.Length);
        var cell = 0;
        for (var i = 0; i < text.Length;)
        {
            var (shown, cells) = VisibleText.First(text[i..], isLineStart: false, out var length);
            if (text[i] == '\t')
                (shown, cells) = (new string(' ', TabWidth - cell % TabWidth), TabWidth - cell % TabWidth);
            glyphs.Add(new Glyph(shown, cells, i < end && i + length > start));
            cell += cells;
            i += length;
        }

        return glyphs;
    }

    // The whole line if it fits; else the range, with as much before it as leaves room after it.
    private static int FirstShown(List<Glyph> glyphs, int width)
    {
        if (glyphs.Sum(glyph => glyph.Cells) <= width)
            return 0;
        var mark = glyphs.FindIndex(glyph => glyph.IsMarked);
        if (mark < 0)
            mark = glyphs.Count;
        var marked = glyphs.Where(glyph => glyph.IsMarked).Sum(glyph => glyph.Cells);
        if (glyphs.Take(mark).Sum(glyph => glyph.Cells) + marked < width)
            return 0;
        var room = Math.Max(width / 4, (width - marked) / 2);
        var from = mark;
        for (var used = 0; from > 0 && used + glyphs[from - 1].Cells <= Math.Min(room, width / 2); from--)
            used += glyphs[from - 1].Cells;
        return from;
    }

    private static SourceExcerpt Lay(List<Glyph> glyphs, int from, int width, bool cutFront, bool cutEnd)
    {
        var text = new StringBuilder(cutFront ? $"{Ellipsis}" : "");
        var cells = text.Length;
        var (markStart, markEnd) = (-1, -1);
        var rest = glyphs.Skip(from).Sum(glyph => glyph.Cells);
        for (var i = from; i < glyphs.Count; i++)
        {
            var isCut = cutEnd || cells + rest > width;
            if (isCut && cells + glyphs[i].Cells > width - 1)
            {
                text.Append(Ellipsis);
                break;
            }

            if (glyphs[i].IsMarked)
            {
                markStart = markStart < 0 ? cells : markStart;
                markEnd = cells + glyphs[i].Cells;
            }

            text.Append(glyphs[i].Text);
            cells += glyphs[i].Cells;
            rest -= glyphs[i].Cells;
        }

        if (markStart < 0)
            (markStart, markEnd) = (cells, cells + 1);
        return new SourceExcerpt(text.ToString(), markStart, Math.Max(1, markEnd - markStart));
    }
}
