using CodeRelay.Documents;

namespace CodeRelay.Cli.Commands;

/// <summary>The number of tasks per state, as text.</summary>
internal static class TaskCounts
{
    private static readonly (CheckBox Box, string Text)[] States =
    [
        (CheckBox.Open, "open"),
        (CheckBox.InProgress, "in progress"),
        (CheckBox.Done, "done"),
        (CheckBox.Blocked, "blocked"),
    ];

    /// <summary>"2 open, 1 done".</summary>
    public static string Line(IReadOnlyDictionary<CheckBox, int> tasks) =>
        tasks.Count == 0 ? "none" : string.Join(", ", States.Where(state => tasks.ContainsKey(state.Box)).Select(state => $"{tasks[state.Box]} {state.Text}"));
}
