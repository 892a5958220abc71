using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Rules.Redundancy;

namespace CodeRelay.Rules.Consistency;

/// <summary>Finds ticked tasks among open ones, and the fixes that move or delete them without loss.</summary>
/// <param name="context">The context of the run.</param>
/// <param name="packet">The packet with the tasks.</param>
internal sealed class FinishedTasks(RuleContext context, Packet packet)
{
    // Each task is searched for in the whole packet; with more of them an archive is the better remedy.
    private const int MostTakenOut = 200;

    private HashSet<string>? _open;

    /// <summary>The finished tasks of one section.</summary>
    /// <param name="Items">The tasks.</param>
    /// <param name="Archive">The archive section for them, or null.</param>
    /// <param name="Fix">Moves or deletes them; null when something could be lost.</param>
    public sealed record Group(IReadOnlyList<TaskItem> Items, TaskArchive? Archive, Fix? Fix);

    private TaskArchive? Archive { get; } = TaskArchive.Of(packet.Find(DocumentKind.Tasks));

    /// <summary>The groups of a document, one per section.</summary>
    public IEnumerable<Group> In(Document document)
    {
        if (!document.Blocks.Any(block => block.CheckBox == CheckBox.Done))
            yield break;
        foreach (var section in TaskItem.All(document).GroupBy(item => item.Head.Section))
        {
            if (TaskArchive.Is(section.Key))
                continue;
            var hasOpen = section.Any(item => item.Head.CheckBox is CheckBox.Open or CheckBox.InProgress or CheckBox.Blocked);
            var finished = section.Where(item => IsAmongOpen(item, hasOpen) && IsFinished(item)).ToArray();
            if (finished.Length > 0)
                yield return new(finished, Archive, FixFor(document, finished));
        }
    }

    /// <summary>The fix that moves blocks to the archive; null without an archive, or when the blocks are not whole finished tasks.</summary>
    public Fix? Move(Document document, IReadOnlyList<Block> blocks)
    {
        if (Archive is null || !blocks.All(block => block.CheckBox is CheckBox.Done or CheckBox.None))
            return null;
        var items = TaskItem.All(document).Where(item => blocks.Contains(item.Head)).ToArray();
        return items.Length > 0 && items.All(item => IsFinished(item) && IsTask(item)) && items.SelectMany(item => item.Blocks).ToHashSet().SetEquals(blocks) ? FixFor(document, items) : null;
    }

    // A ticked check or criterion is a state, not a task.
    private static bool IsTask(TaskItem item) => item.Head.SectionKind is SectionKind.None or SectionKind.Goal or SectionKind.Next or SectionKind.InProgress or SectionKind.Blockers;

    private static bool IsFinished(TaskItem item) =>
        item.Head.CheckBox == CheckBox.Done && item.Nested.All(block => block.CheckBox is CheckBox.None or CheckBox.Done) && !item.Blocks.Any(ProtectedWording.IsProtected);

    // Items of a plan are open by definition. In other lists a tick is only misplaced when the packet has an archive.
    private bool IsAmongOpen(TaskItem item, bool hasOpen) => item.Head.CheckBox == CheckBox.Done && item.Head.SectionKind switch
    {
        SectionKind.Next or SectionKind.InProgress => true,
        SectionKind.None or SectionKind.Goal or SectionKind.State or SectionKind.Blockers => Archive is not null && hasOpen,
        _ => false,
    };

    private Fix? FixFor(Document document, TaskItem[] items)
    {
        if (Deletion.EditsOf(document, [.. items.SelectMany(item => item.Blocks)], keepsHeadings: true) is not { } edits || items.Any(IsOpenElsewhere))
            return null;
        var what = items.Length == 1 ? "the finished task" : "the finished tasks";
        if (Archive is { } archive)
            return context.Documents.Contains(archive.Document) && archive.Add(items) is { } added ? new Fix($"move {what} to \"{archive.Section.Title}\"", FixSafety.Safe, [.. edits, added]) : null;
        return items.Length > MostTakenOut || items.Any(IsNamedElsewhere) ? null : new Fix($"delete {what}, which git keeps", IsInGit(document) ? FixSafety.Safe : FixSafety.Unsafe, edits);
    }

    // Ticked in one file and open in another: only a person can decide which is right.
    private bool IsOpenElsewhere(TaskItem item) => Open.Contains(item.Head.Text);

    private HashSet<string> Open => _open ??= packet.Documents.SelectMany(document => document.Blocks)
        .Where(block => block.CheckBox is CheckBox.Open or CheckBox.InProgress or CheckBox.Blocked).Select(block => block.Text).ToHashSet(StringComparer.Ordinal);

    // A text such as "after T-12" must still lead to the fact that T-12 is done.
    private bool IsNamedElsewhere(TaskItem item) =>
        item.Head.Text.Split(' ', 2)[0].Trim('*', '_', '[', ']', '(', ')', ':', '.', ',') is var id && id.Any(char.IsAsciiDigit)
        && packet.Documents.SelectMany(document => document.Blocks).Any(block => !item.Blocks.Contains(block) && block.Text.Contains(id, StringComparison.OrdinalIgnoreCase));

    private bool IsInGit(Document document) =>
        context.Repository.Git is not null && context.Repository.Files.Contains(document.Path) && context.Repository.WorkingTree.Changes.All(change => change.Path != document.Path);
}
