using CodeRelay.Workspace;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace CodeRelay.Formats;

/// <summary>The difference of two texts in the unified format of diff and git, which `git apply` and `patch` read.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The lines of the difference; none when the texts are equal.</summary>
    /// <param name="path">Relative to the root, with '/'.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
    public static IEnumerable<string> Lines(string path, SourceText before, SourceText after)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before.Content, after.Content).Lines;
        var changed = Enumerable.Range(0, lines.Count).Where(i => lines[i].Type is ChangeType.Inserted or ChangeType.Deleted).ToArray();
        if (changed.Length == 0)
            yield break;
        yield return $"--- a/{path}";
        yield return $"+++ b/{path}";
        for (var i = 0; i < changed.Length;)
        {
            var last = i;
            while (last + 1 < changed.Length && changed[last + 1] - changed[last] <= 2 * Context)
                last++;
            foreach (var line in Hunk(lines, Math.Max(0, changed[i] - Context), Math.Min(lines.Count, changed[last] + Context + 1)))
                yield return line;
            i = last + 1;
        }
    }

    private static IEnumerable<string> Hunk(List<DiffPiece> lines, int start, int end)
    {
        var (oldLine, newLine) = (1 + Count(lines, 0, start, ChangeType.Inserted), 1 + Count(lines, 0, start, ChangeType.Deleted));
        yield return $"@@ -{oldLine},{Count(lines, start, end, ChangeType.Inserted)} +{newLine},{Count(lines, start, end, ChangeType.Deleted)} @@";
        for (var i = start; i < end; i++)
            yield return Mark(lines[i].Type) + lines[i].Text;
    }

    private static int Count(List<DiffPiece> lines, int start, int end, ChangeType without)
    {
        var count = 0;
        for (var i = start; i < end; i++)
            count += lines[i].Type == without ? 0 : 1;
        return count;
    }

    private static string Mark(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+",
        ChangeType.Deleted => "-",
        _ => " ",
    };
}
