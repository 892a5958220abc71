using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Agents.Takeover;

/// <summary>A file as shown to a reader: original lines without finished tasks, cut at the budget.</summary>
/// <param name="Path">Relative to the root.</param>
/// <param name="Kind">Its role in the packet.</param>
/// <param name="Lines">The shown lines, without line breaks.</param>
/// <param name="LineCount">Lines of the whole file.</param>
/// <param name="Tokens">Estimated tokens of the shown lines.</param>
internal sealed record ReadingPart(string Path, DocumentKind Kind, IReadOnlyList<string> Lines, int LineCount, int Tokens)
{
    /// <summary>The first line that did not fit, 1-based, or null when everything did.</summary>
    public int? CutAt { get; private init; }

    /// <summary>The number of finished tasks left out.</summary>
    public int Finished { get; private init; }

    /// <summary>A file of the packet; TASKS.md without finished tasks.</summary>
    /// <param name="document">The file.</param>
    /// <param name="room">The token limit.</param>
    internal static ReadingPart Of(Document document, int room)
    {
        if (document.Kind != DocumentKind.Tasks)
            return Fit(document.Path, document.Kind, document.Text, Enumerable.Range(1, document.Text.LineCount), room);
        var tasks = new OpenTasks(document);
        return Fit(document.Path, document.Kind, document.Text, tasks.Lines, room) with { Finished = tasks.Finished };
    }

    /// <summary>Any other file.</summary>
    internal static ReadingPart Of(string path, SourceText text, int room) => Fit(path, DocumentKind.Other, text, Enumerable.Range(1, text.LineCount), room);

    private static ReadingPart Fit(string path, DocumentKind kind, SourceText text, IEnumerable<int> numbers, int room)
    {
        var lines = new List<string>();
        var tokens = 0;
        int? cutAt = null;
        foreach (var number in numbers)
        {
            var line = text.Line(number).ToString();
            // Consecutive blank lines become one.
            if (line.AsSpan().IsWhiteSpace() && (lines.Count == 0 || lines[^1].AsSpan().IsWhiteSpace()))
                continue;
            var cost = TokenEstimate.Count(line + "\n");
            if (tokens + cost > room)
            {
                cutAt = number;
                break;
            }

            tokens += cost;
            lines.Add(line);
        }

        while (lines.Count > 0 && lines[^1].AsSpan().IsWhiteSpace())
            lines.RemoveAt(lines.Count - 1);
        return new ReadingPart(path, kind, lines, text.LineCount, tokens) { CutAt = cutAt };
    }
}

/// <summary>The open part of a task file: its lines without finished tasks and without headings that become empty.</summary>
internal sealed class OpenTasks
{
    private readonly HashSet<int> _left = [];
    private readonly int _lineCount;

    public OpenTasks(Document document)
    {
        _lineCount = document.Text.LineCount;
        var finished = FinishedIn(document.Blocks).ToHashSet();
        Finished = finished.Count(IsTask);
        foreach (var block in finished)
            _left.UnionWith(Enumerable.Range(block.Line, block.LastLine - block.Line + 1));
        // Backwards, so that a heading follows the headings below it.
        foreach (var section in document.Sections.Where(section => section.Level is > 0 and < 7).Reverse())
        {
            if (section.Blocks.Any(finished.Contains) && Enumerable.Range(section.Line + 1, Math.Max(0, section.LastLine - section.Line)).All(line => _left.Contains(line) || document.Text.Line(line).IsWhiteSpace()))
                _left.Add(section.Line);
        }
    }

    /// <summary>The number of finished tasks.</summary>
    public int Finished { get; }

    /// <summary>The remaining line numbers, 1-based.</summary>
    public IEnumerable<int> Lines => Enumerable.Range(1, _lineCount).Where(line => !_left.Contains(line));

    private static bool IsTask(Block block) => block.CheckBox == CheckBox.Done || block is { CheckBox: CheckBox.None, Depth: 0 };

    // Lines indented below a finished task belong to it, except for open tasks.
    private static IEnumerable<Block> FinishedIn(IEnumerable<Block> blocks)
    {
        Block? parent = null;
        foreach (var block in blocks)
        {
            if (parent is not null && (block.Kind != BlockKind.ListItem || block.Depth <= parent.Depth || block.Section != parent.Section))
                parent = null;
            var isBelow = parent is not null && block.CheckBox is CheckBox.None or CheckBox.Done;
            if (!isBelow && !IsFinished(block))
                continue;
            parent ??= block;
            yield return block;
        }
    }

    private static bool IsFinished(Block block) =>
        block.CheckBox == CheckBox.Done || block is { CheckBox: CheckBox.None, SectionKind: SectionKind.Done, Kind: BlockKind.ListItem or BlockKind.TableRow };
}
