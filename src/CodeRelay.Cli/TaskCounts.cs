using System.Text.Json;
using CodeRelay.Packets;

namespace CodeRelay.Cli;

/// <summary>How many tasks are in which state, in words and as JSON.</summary>
internal static class TaskCounts
{
    private static readonly (CheckBox Box, string Name, string Text)[] States =
    [
        (CheckBox.Open, "open", "open"),
        (CheckBox.InProgress, "inProgress", "in progress"),
        (CheckBox.Done, "done", "done"),
        (CheckBox.Blocked, "blocked", "blocked"),
    ];

    /// <summary>"2 open, 1 done".</summary>
    public static string Line(IReadOnlyDictionary<CheckBox, int> tasks) =>
        tasks.Count == 0 ? "none" : string.Join(", ", States.Where(state => tasks.ContainsKey(state.Box)).Select(state => $"{tasks[state.Box]} {state.Text}"));

    /// <summary>Writes the member `tasks`.</summary>
    public static void Write(IReadOnlyDictionary<CheckBox, int> tasks, Utf8JsonWriter json)
    {
        json.WriteStartObject("tasks");
        foreach (var (box, name, _) in States)
            json.WriteNumber(name, tasks.GetValueOrDefault(box));
        json.WriteEndObject();
    }
}
