using CodeRelay.Packets;

namespace CodeRelay.Takeover;

/// <summary>What of a task file is still to do: its lines without finished tasks and without the headings that had nothing else below them.</summary>
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
        // From the end, so that a heading is looked at after the headings below it.
        foreach (var section in document.Sections.Where(section => section.Level is > 0 and < 7).Reverse())
        {
            if (section.Blocks.Any(finished.Contains) && Enumerable.Range(section.Line + 1, Math.Max(0, section.LastLine - section.Line)).All(line => _left.Contains(line) || document.Text.Line(line).IsWhiteSpace()))
                _left.Add(section.Line);
        }
    }

    /// <summary>How many tasks are finished.</summary>
    public int Finished { get; }

    /// <summary>The numbers of the lines that are left, 1-based.</summary>
    public IEnumerable<int> Lines => Enumerable.Range(1, _lineCount).Where(line => !_left.Contains(line));

    private static bool IsTask(Block block) => block.CheckBox == CheckBox.Done || block is { CheckBox: CheckBox.None, Depth: 0 };

    // What is indented below a finished task belongs to it, unless it is a task that is open.
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
