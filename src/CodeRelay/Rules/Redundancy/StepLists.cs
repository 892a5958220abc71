using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Numbered lists are sequences: when a part of one is needed, no step can be deleted.</summary>
internal static class StepLists
{
    /// <summary>The blocks without those of lists that would lose some but not all steps. A report of finished work has no steps.</summary>
    /// <param name="document">The document to edit.</param>
    /// <param name="blocks">The blocks to delete.</param>
    /// <param name="reading">Identifies reports.</param>
    public static IReadOnlyList<Block> Spare(Document document, IReadOnlyList<Block> blocks, PacketReading reading)
    {
        if (!blocks.Any(block => block is { IsOrdered: true, Depth: 0 }))
            return blocks;
        var gone = blocks.ToHashSet();
        foreach (var list in Lists(document).Where(list => reading.Report(list[0].Head) is null))
        {
            if (list.Exists(item => gone.Contains(item.Head)) && !list.TrueForAll(item => gone.Contains(item.Head)))
                gone.ExceptWith(list.SelectMany(item => item.Blocks));
        }

        return [.. blocks.Where(gone.Contains)];
    }

    private static IEnumerable<List<TaskItem>> Lists(Document document)
    {
        var places = document.Blocks.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var list = new List<TaskItem>();
        foreach (var item in TaskItem.All(document))
        {
            if (list.Count > 0 && !(item.Head.IsOrdered && Follows(list[^1], item, places)))
            {
                yield return list;
                list = [];
            }

            if (item.Head.IsOrdered)
                list.Add(item);
        }

        if (list.Count > 0)
            yield return list;
    }

    private static bool Follows(TaskItem last, TaskItem next, Dictionary<Block, int> places) =>
        last.Head.Section == next.Head.Section && places[next.Head] == places[last.Head] + last.Nested.Count + 1;
}
