using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Rules.Redundancy;
using CodeRelay.Text;

namespace CodeRelay.Rules.Consistency;

/// <summary>A ticked task is still listed where the next session looks for work.</summary>
internal sealed class RLY7009FinishedTaskAmongOpen : Rule
{
    private const int LongestQuote = 60;

    public override RuleInfo Info { get; } = new("RLY7009", "finished-task-among-open", Severity.Info, "a ticked task is still listed among the open ones")
    {
        Fix = FixSafety.Safe,
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var tasks = new FinishedTasks(context, packet);
            foreach (var document in packet.Documents.Where(document => document.Kind is DocumentKind.Tasks or DocumentKind.Handoff && context.Documents.Contains(document)))
            {
                foreach (var group in tasks.In(document).Where(group => !IsReported(group, document, context)))
                    Report(group, context);
            }
        }
    }

    // RLY3008 names the commits of the task, which is more specific.
    private static bool IsReported(FinishedTasks.Group group, Document document, RuleContext context) =>
        document.Kind == DocumentKind.Handoff && FinishedReports.Of(context).All.SelectMany(report => report.Entries).Select(entry => entry.Block).Intersect(group.Items.Select(item => item.Head)).Any();

    private void Report(FinishedTasks.Group group, RuleContext context)
    {
        var first = group.Items[0].Head;
        var text = first.Text.ReplaceLineEndings(" ");
        var what = group.Items.Count == 1
            ? $"\"{Clipping.Truncate(text, LongestQuote)}\" is ticked but still listed among the open tasks"
            : $"{group.Items.Count} ticked tasks are still listed among the open ones";
        context.Report(this, first, $"{what}, where the next session looks for work; {(group.Archive is { } archive ? $"move {(group.Items.Count == 1 ? "it" : "them")} to \"{archive.Section.Title}\"" : $"delete {(group.Items.Count == 1 ? "it, because git keeps it" : "them, because git keeps them")}")}", group.Archive is { } keeps ? [keeps.Evidence] : [], group.Fix);
    }
}
