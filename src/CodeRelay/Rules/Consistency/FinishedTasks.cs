using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Rules.Redundancy;

namespace CodeRelay.Rules.Consistency;

/// <summary>Tasks that are ticked and stand where open ones do, and how they leave without loss.</summary>
/// <param name="context">The run.</param>
/// <param name="packet">The packet they belong to.</param>
internal sealed class FinishedTasks(RuleContext context, Packet packet)
{
    // Each is looked for in the whole packet; who has more of them needs an archive.
    private const int MostTakenOut = 200;

    private HashSet<string>? _open;

    /// <summary>The finished tasks of one section.</summary>
    /// <param name="Items">Where they are now.</param>
    /// <param name="Archive">Where they belong, or null.</param>
    /// <param name="Fix">How they get there, or out; null where something could be lost.</param>
    public sealed record Group(IReadOnlyList<TaskItem> Items, TaskArchive? Archive, Fix? Fix);

    private TaskArchive? Archive { get; } = TaskArchive.Of(packet.Find(DocumentKind.Tasks));

    /// <summary>The groups of a document, one for each section.</summary>
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
                yield return new(finished, Archive, Cure(document, finished));
        }
    }

    /// <summary>How blocks get into the archive; null where there is none, or where they are not whole finished tasks.</summary>
    public Fix? Move(Document document, IReadOnlyList<Block> blocks)
    {
        if (Archive is null || !blocks.All(block => block.CheckBox is CheckBox.Done or CheckBox.None))
            return null;
        var items = TaskItem.All(document).Where(item => blocks.Contains(item.Head)).ToArray();
        return items.Length > 0 && items.All(item => IsFinished(item) && IsTask(item)) && items.SelectMany(item => item.Blocks).ToHashSet().SetEquals(blocks) ? Cure(document, items) : null;
    }

    // A ticked check or criterion tells a state, and is no task.
    private static bool IsTask(TaskItem item) => item.Head.SectionKind is SectionKind.None or SectionKind.Goal or SectionKind.Next or SectionKind.InProgress or SectionKind.Blockers;

    private static bool IsFinished(TaskItem item) =>
        item.Head.CheckBox == CheckBox.Done && item.Nested.All(block => block.CheckBox is CheckBox.None or CheckBox.Done) && !item.Blocks.Any(ProtectedWording.MustStay);

    // What is planned or in progress says that it is open. In any other list a tick is a mistake only where an archive says how it is kept.
    private bool IsAmongOpen(TaskItem item, bool hasOpen) => item.Head.CheckBox == CheckBox.Done && item.Head.SectionKind switch
    {
        SectionKind.Next or SectionKind.InProgress => true,
        SectionKind.None or SectionKind.Goal or SectionKind.State or SectionKind.Blockers => Archive is not null && hasOpen,
        _ => false,
    };

    private Fix? Cure(Document document, TaskItem[] items)
    {
        if (Deletion.EditsOf(document, [.. items.SelectMany(item => item.Blocks)], keepsHeadings: true) is not { } edits || items.Any(IsOpenElsewhere))
            return null;
        var what = items.Length == 1 ? "the finished task" : "the finished tasks";
        if (Archive is { } archive)
            return context.Documents.Contains(archive.Document) && archive.Add(items) is { } added ? new Fix($"move {what} to \"{archive.Section.Title}\"", FixSafety.Safe, [.. edits, added]) : null;
        return items.Length > MostTakenOut || items.Any(IsNamedElsewhere) ? null : new Fix($"delete {what}, which git keeps", IsInGit(document) ? FixSafety.Safe : FixSafety.Unsafe, edits);
    }

    // Ticked in one file and open in the other: which of them is right, only somebody who looks can say.
    private bool IsOpenElsewhere(TaskItem item) => Open.Contains(item.Head.Text);

    private HashSet<string> Open => _open ??= packet.Documents.SelectMany(document => document.Blocks)
        .Where(block => block.CheckBox is CheckBox.Open or CheckBox.InProgress or CheckBox.Blocked).Select(block => block.Text).ToHashSet(StringComparer.Ordinal);

    // Whoever reads "after T-12" must still find that T-12 is done.
    private bool IsNamedElsewhere(TaskItem item) =>
        item.Head.Text.Split(' ', 2)[0].Trim('*', '_', '[', ']', '(', ')', ':', '.', ',') is var id && id.Any(char.IsAsciiDigit)
        && packet.Documents.SelectMany(document => document.Blocks).Any(block => !item.Blocks.Contains(block) && block.Text.Contains(id, StringComparison.OrdinalIgnoreCase));

    private bool IsInGit(Document document) =>
        context.Repository.Git is not null && context.Repository.Files.Contains(document.Path) && context.Repository.WorkingTree.Changes.All(change => change.Path != document.Path);
}
