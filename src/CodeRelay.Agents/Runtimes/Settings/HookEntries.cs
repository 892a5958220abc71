using CodeRelay.Agents.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>One handler in a settings file, with its containers.</summary>
/// <param name="Event">The runtime's event name.</param>
/// <param name="Owner">The object that contains the event: `hooks`, or the root where an old installer put it.</param>
/// <param name="EventMember">The event's member.</param>
/// <param name="Item">The item of the event's array: a group, or a handler outside of one ("flat").</param>
/// <param name="Handlers">The group's array of handlers, or null for a flat one.</param>
/// <param name="Handler">The handler.</param>
internal sealed record HookEntry(string Event, JsoncNode Owner, JsoncChild EventMember, JsoncChild Item, JsoncNode? Handlers, JsoncChild Handler)
{
    private static readonly string[] CommandKeys = ["command", "commandWindows", "command_windows", "windows", "linux", "osx", "bash", "powershell"];

    private static readonly string[] WindowsKeys = ["commandWindows", "command_windows", "windows", "powershell", "command", "bash"];

    private static readonly string[] UnixKeys = [OperatingSystem.IsMacOS() ? "osx" : "linux", "bash", "command"];

    public bool IsFlat => Handlers is null;

    /// <summary>True when it is directly under the root, where no runtime looks.</summary>
    public bool IsMisplaced { get; init; }

    /// <summary>True when removing the item removes no foreign handler.</summary>
    public bool IsAloneInItem => Handlers is null or { Children.Count: 1 };

    /// <summary>True when the handler is CodeRelay's, in any current or former form.</summary>
    public bool IsOurs => OwnCommand.Matches(CommandLine);

    /// <summary>All variants of its command, each followed by a space.</summary>
    public string CommandLine => string.Join(' ', CommandKeys.Select(key => Handler.Value[key]?.Text).Concat(Handler.Value["args"]?.Children.Select(item => item.Value.Text) ?? []).OfType<string>()) + " ";

    /// <summary>Its command lines, one for each system that has its own.</summary>
    public IEnumerable<string> CommandLines
    {
        get
        {
            var arguments = Handler.Value["args"]?.Children.Select(item => item.Value.Text).OfType<string>().ToArray() ?? [];
            return CommandKeys.Select(key => Handler.Value[key]?.Text).OfType<string>().Select(command => string.Join(' ', [command, .. arguments])).Distinct(StringComparer.Ordinal);
        }
    }

    /// <summary>Where the first command stands, in bytes.</summary>
    public int CommandStart => Handler.Value.Children.Find(member => CommandKeys.Contains(member.Name, StringComparer.Ordinal))?.Start ?? Handler.Start;

    /// <summary>The command line of one system, with the arguments of a handler that names its program alone.</summary>
    public string CommandFor(bool isWindows) => string.Join(
        ' ',
        (isWindows ? WindowsKeys : UnixKeys).Select(key => Handler.Value[key]?.Text).OfType<string>().Take(1).Concat(Handler.Value["args"]?.Children.Select(item => item.Value.Text).OfType<string>() ?? []));

    /// <summary>
    /// True when the handler runs the same commands as another one; its other members are the user's choice, and so is running
    /// in the background.
    /// </summary>
    public bool RunsSameAs(HookEntry other) =>
        IsFlat == other.IsFlat
        && (CommandLine.Contains(" --rewake ", StringComparison.Ordinal) || HasCommandsOf(other));

    /// <summary>True when an item of an event's array is a flat handler.</summary>
    public static bool IsHandler(JsoncNode item) => Array.Exists(CommandKeys, key => item[key] is not null);

    private bool HasCommandsOf(HookEntry other) =>
        CommandKeys.All(key => Handler.Value[key]?.Text == other.Handler.Value[key]?.Text)
        && Handler.Value["args"] is null && Handler.Value["async"] is null && Handler.Value["asyncRewake"] is null;
}

/// <summary>Enumerates the handlers of a settings file.</summary>
internal static class HookEntries
{
    /// <summary>All handlers under `hooks` and, misplaced, directly under the root.</summary>
    public static IEnumerable<HookEntry> In(JsoncDocument document)
    {
        if (!document.Root.IsObject)
            return [];
        var misplaced = InEvents(document.Root).Where(entry => entry.IsOurs).Select(entry => entry with { IsMisplaced = true });
        return document.Root["hooks"] is { IsObject: true } hooks ? InEvents(hooks).Concat(misplaced) : misplaced;
    }

    private static IEnumerable<HookEntry> InEvents(JsoncNode owner) =>
        from member in owner.Children
        where member.Value.IsArray
        from item in member.Value.Children
        where item.Value.IsObject
        from entry in InItem(owner, member, item)
        select entry;

    private static IEnumerable<HookEntry> InItem(JsoncNode owner, JsoncChild member, JsoncChild item)
    {
        if (item.Value["hooks"] is { IsArray: true } handlers)
            return handlers.Children.Where(handler => handler.Value.IsObject).Select(handler => new HookEntry(member.Name!, owner, member, item, handlers, handler));
        return !HookEntry.IsHandler(item.Value) ? [] : [new HookEntry(member.Name!, owner, member, item, Handlers: null, item)];
    }
}
