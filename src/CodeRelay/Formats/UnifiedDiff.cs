using CodeRelay.Text;
using DiffPlex;
using DiffPlex.Model;

namespace CodeRelay.Formats;

/// <summary>The difference of two texts in the unified format of `git apply`.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;
    private const string NoFile = "/dev/null";
    private const char Mark = '\uFEFF';

    /// <summary>The lines of the difference; empty for equal texts.</summary>
    /// <param name="path">Relative to the root, with '/'.</param>
    /// <param name="before">The old text; null for a new file.</param>
    /// <param name="after">The new text; null for a deleted file.</param>
    public static IReadOnlyList<string> Lines(string path, SourceText? before, SourceText? after)
    {
        var diff = Differ.Instance.CreateDiffs(Content(before), Content(after), ignoreWhiteSpace: false, ignoreCase: false, LineFeeds.Instance);
        if (diff.DiffBlocks.Count == 0)
            return [];
        var lines = new List<string> { $"--- {(before is null ? NoFile : Name("a/" + path))}", $"+++ {(after is null ? NoFile : Name("b/" + path))}" };
        var blocks = diff.DiffBlocks;
        for (int first = 0, next; first < blocks.Count; first = next)
        {
            next = first + 1;
            while (next < blocks.Count && blocks[next].DeleteStartA - End(blocks[next - 1]) <= 2 * Context)
                next++;
            AddHunk(lines, diff, first, next);
        }

        return lines;
    }

    private static void AddHunk(List<string> lines, DiffResult diff, int first, int next)
    {
        var (from, to) = (diff.DiffBlocks[first], diff.DiffBlocks[next - 1]);
        var lead = Math.Min(Context, from.DeleteStartA);
        var trail = Math.Min(Context, diff.PiecesOld.Count - End(to));
        lines.Add($"@@ -{Position(from.DeleteStartA - lead, End(to) + trail)} +{Position(from.InsertStartB - lead, to.InsertStartB + to.InsertCountB + trail)} @@");
        var at = from.DeleteStartA - lead;
        for (var index = first; index < next; index++)
        {
            var block = diff.DiffBlocks[index];
            Add(lines, ' ', diff.PiecesOld, at, block.DeleteStartA);
            Add(lines, '-', diff.PiecesOld, block.DeleteStartA, End(block));
            Add(lines, '+', diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = End(block);
        }

        Add(lines, ' ', diff.PiecesOld, at, at + trail);
    }

    // An empty range names the line before it; a count of one is omitted.
    private static string Position(int start, int end) => (end - start) switch
    {
        0 => $"{start},0",
        1 => $"{start + 1}",
        var count => $"{start + 1},{count}",
    };

    private static void Add(List<string> lines, char kind, IReadOnlyList<string> pieces, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            var piece = pieces[index];
            var isWhole = piece.EndsWith('\n');
            // A carriage return at the end belongs to the file.
            lines.Add(kind + (isWhole ? piece[..^1] : piece));
            if (!isWhole)
                lines.Add(@"\ No newline at end of file");
        }
    }

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    // `git apply` compares the byte order mark too.
    private static string Content(SourceText? text) => text is null ? "" : text.HasByteOrderMark ? Mark + text.Content : text.Content;

    // Git ends a name that contains a space with a tab, and quotes one with a quote, a backslash or a control character.
    private static string Name(string path)
    {
        if (!path.Any(c => c is '"' or '\\' || char.IsControl(c)))
            return path.Contains(' ', StringComparison.Ordinal) ? path + '\t' : path;
        return $"\"{string.Concat(path.Select(c => c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? $"\\{Convert.ToString(c, 8).PadLeft(3, '0')}" : c.ToString()))}\"";
    }

    // DiffPlex's own chunkers also split at carriage returns, or drop the line ends.
    private sealed class LineFeeds : IChunker
    {
        public static LineFeeds Instance { get; } = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var pieces = new List<string>();
            for (int start = 0, end; start < text.Length; start = end)
            {
                end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
                pieces.Add(text[start..end]);
            }

            return pieces;
        }
    }
}
