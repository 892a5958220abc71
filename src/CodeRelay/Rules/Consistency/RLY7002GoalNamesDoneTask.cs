using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Consistency;

/// <summary>The goal is a task that the packet's task list marks as done.</summary>
internal sealed partial class RLY7002GoalNamesDoneTask : Rule
{
    private const int ShortestTask = 16;

    public override RuleInfo Info { get; } = new("RLY7002", "goal-names-done-task", Severity.Warning, "the goal is a task that is already ticked")
    {
        NoFix = "either the goal is old or the tick is wrong",
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var tasks = packet.Documents.Where(document => document.Kind is DocumentKind.Tasks or DocumentKind.Handoff)
                .SelectMany(document => document.Blocks).Where(block => block.CheckBox is not (CheckBox.None or CheckBox.Malformed)).ToArray();
            if (!Array.Exists(tasks, task => task.CheckBox == CheckBox.Done))
                continue;
            foreach (var goal in PacketAnswers.Of(packet.Handoff).About(SectionKind.Goal).Open.Where(goal => goal.Block.CheckBox == CheckBox.None && !Past().IsMatch(goal.Opening)).Take(1))
            {
                if (DoneTask(goal.Opening, tasks) is { } task)
                    context.Report(this, goal.Block.Document, goal.Start, goal.End, $"the goal is a task that {task.Document.Path}:{task.Line} marks as done; name the current goal, or reopen the task",
                        [new EvidenceItem(EvidenceKind.Document, $"{task.Document.Path}:{task.Line}", task.Text)]);
            }
        }
    }

    // By a single id that no open task has; without ids by the words.
    private static Block? DoneTask(string goal, Block[] tasks)
    {
        var ids = Id().Matches(goal).Select(match => Plain(match.Value)).Distinct(StringComparer.Ordinal).ToArray();
        if (ids is [var id])
        {
            var named = tasks.Where(task => Id().Match(task.Text) is { Success: true, Index: < 4 } own && Plain(own.Value) == id).ToArray();
            return named.Length > 0 && Array.TrueForAll(named, task => task.CheckBox == CheckBox.Done) ? named[0] : null;
        }

        var words = Plain(goal);
        return ids.Length > 0 ? null : Array.Find(tasks, task => task.CheckBox == CheckBox.Done && Plain(task.Text) is { Length: >= ShortestTask } text && text == words && !Array.Exists(tasks, other => other.CheckBox != CheckBox.Done && Plain(other.Text) == text));
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex(@"(?<![\w-])(?:T(?:ASK)?[-_ ]?\d+(?:\.\d+)*[a-z]?|[A-Z][A-Z0-9]{1,9}-\d+)(?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    // "After T3 …", "T3 is done: …" are about other work.
    [GeneratedRegex(@"\b(?:after|since|follow\w*|based|building\son|done|complete[d]?|finished|shipped|merged|review|verify|document|release|nach|aufbauend|fertig|erledigt|après|suite|después|tras|terminado|depois|dopo|po|после|готов\w*|заверш\w*|sau)\b|之后|完成|以降|の後|完了|이후|완료", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Past();
}
