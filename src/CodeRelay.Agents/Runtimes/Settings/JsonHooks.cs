using System.Text;
using CodeRelay.Agents.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Hooks in JSON, comments and trailing commas allowed: groups or flat entries by event.</summary>
internal sealed class JsonHooks : SettingsFormat
{
    public override byte[] Install(HookSettings settings, byte[] current) =>
        HookMerge.Install(JsoncDocument.Parse(settings.Path, current), new HookTemplate(settings.Template)).Text;

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before) =>
        HookMerge.Uninstall(JsoncDocument.Parse(settings.Path, current), before is null ? null : JsoncDocument.Parse(settings.Path, before)).Text;

    // Members such as `version` came with CodeRelay's hooks and mean nothing without them.
    public override bool IsEmpty(HookSettings settings, byte[] content)
    {
        var template = JsoncDocument.Parse(settings.Path, Encoding.UTF8.GetBytes(settings.Template));
        var document = JsoncDocument.Parse(settings.Path, content);
        return document.Root.Children.TrueForAll(child => template.Root[child.Name ?? ""] is { } own && TextOf(template, own) == TextOf(document, child.Value));
    }

    public override HookPresence Look(HookSettings settings, byte[] current)
    {
        var wanted = new HookTemplate(settings.Template).Entries.ToList();
        var ours = HookEntries.In(JsoncDocument.Parse(settings.Path, current)).Where(entry => entry.IsOurs).ToList();
        return new HookPresence(
            ours.Exists(entry => !entry.IsMisplaced),
            ours.Exists(entry => !wanted.Exists(other => IsSame(other, entry))) || (ours.Count > 0 && wanted.Exists(other => !ours.Exists(entry => IsSame(other, entry)))));
    }

    public override IEnumerable<string> OwnCommands(HookSettings settings, byte[] current) =>
        HookEntries.In(JsoncDocument.Parse(settings.Path, current)).Where(entry => entry is { IsOurs: true, IsMisplaced: false }).Select(entry => entry.CommandFor(OperatingSystem.IsWindows()));

    public override IEnumerable<FoundHook> Hooks(HookSettings settings, byte[] current)
    {
        var document = JsoncDocument.Parse(settings.Path, current);
        return HookEntries.In(document).Select(entry =>
            new FoundHook(entry.Event, entry.Item.Value["matcher"]?.Text ?? "", entry.IsOurs, entry.IsMisplaced, [.. entry.CommandLines], document.Place(entry.CommandStart)));
    }

    private static bool IsSame(HookEntry wanted, HookEntry entry) => wanted.Event == entry.Event && entry.RunsSameAs(wanted);

    private static string TextOf(JsoncDocument document, JsoncNode node) => Encoding.UTF8.GetString(document.Text, node.Start, node.End - node.Start);
}

/// <summary>Adds CodeRelay's hooks to a settings file and removes them; foreign content stays byte for byte.</summary>
internal static class HookMerge
{
    /// <summary>The file with each of CodeRelay's hooks once.</summary>
    /// <exception cref="SettingsException">The file's structure has no place for hooks.</exception>
    public static JsoncDocument Install(JsoncDocument current, HookTemplate template)
    {
        RefuseWrongShapes(current, template);
        var wanted = template.Entries.ToList();
        var document = wanted.TrueForAll(entry => entry.IsFlat) ? current : WrapFlatHandlers(current);
        foreach (var entry in wanted)
            document = Settle(document, entry, template);
        return RemoveWhere(document, entry => entry.IsMisplaced || !wanted.Exists(other => other.Event == entry.Event), before: null);
    }

    /// <summary>The file without CodeRelay's parts.</summary>
    /// <param name="current">The current file.</param>
    /// <param name="before">The file before the installation, when known: its containers stay, even empty.</param>
    public static JsoncDocument Uninstall(JsoncDocument current, JsoncDocument? before) => RemoveWhere(current, _ => true, before);

    private static void RefuseWrongShapes(JsoncDocument document, HookTemplate template)
    {
        if (!document.Root.IsObject)
            throw document.Error(document.Root.Start, "the settings are not an object");
        if (document.Root["hooks"] is not { } hooks)
            return;
        if (!hooks.IsObject)
            throw document.Error(hooks.Start, "'hooks' is not an object");
        foreach (var name in template.Entries.Select(entry => entry.Event))
        {
            if (hooks[name] is { IsArray: false } value)
                throw document.Error(value.Start, $"'hooks.{name}' is not an array");
        }
    }

    // A handler outside of a group makes Claude Code reject the whole file.
    private static JsoncDocument WrapFlatHandlers(JsoncDocument document)
    {
        while (HookEntries.In(document).FirstOrDefault(entry => entry is { IsFlat: true, IsOurs: false }) is { } flat)
            document = document.Surround(flat.Item.Value, "{ \"hooks\": [", "] }");
        return document;
    }

    private static JsoncDocument Settle(JsoncDocument document, HookEntry wanted, HookTemplate template)
    {
        var item = template.TextOf(wanted.Item.Value);
        if (!Ours(document).Any(entry => entry.RunsSameAs(wanted)) && Ours(document).FirstOrDefault(entry => entry.IsAloneInItem) is { } stale)
            document = document.Replace(stale.Item.Value, item);

        while (Ours(document).ToList() is { Count: > 0 } ours)
        {
            var keep = ours.Find(entry => entry.RunsSameAs(wanted));
            if (ours.Find(entry => !ReferenceEquals(entry, keep)) is not { } surplus)
                return document;
            document = Remove(document, surplus, before: null);
        }

        if (document.Root["hooks"] is not { } hooks)
            return document.Append(document.Root, "hooks", $"{{\"{wanted.Event}\":[{item}]}}");
        return hooks[wanted.Event] is { } items ? document.Append(items, name: null, item) : document.Append(hooks, wanted.Event, $"[{item}]");

        IEnumerable<HookEntry> Ours(JsoncDocument within) =>
            HookEntries.In(within).Where(entry => entry is { IsOurs: true, IsMisplaced: false } && entry.Event == wanted.Event);
    }

    private static JsoncDocument RemoveWhere(JsoncDocument document, Func<HookEntry, bool> condition, JsoncDocument? before)
    {
        while (HookEntries.In(document).FirstOrDefault(entry => entry.IsOurs && condition(entry)) is { } entry)
            document = Remove(document, entry, before);
        return document;
    }

    // Removes the smallest container with nothing else in it.
    private static JsoncDocument Remove(JsoncDocument document, HookEntry entry, JsoncDocument? before)
    {
        if (!entry.IsAloneInItem)
            return document.Remove(entry.Handlers!, entry.Handler);

        var hooksBefore = before?.Root["hooks"];
        var hadEvent = hooksBefore is { IsObject: true } && hooksBefore[entry.Event] is not null;
        if (hadEvent || entry.EventMember.Value.Children.Count > 1)
            return document.Remove(entry.EventMember.Value, entry.Item);
        if (entry.IsMisplaced || hooksBefore is not null || entry.Owner.Children.Count > 1)
            return document.Remove(entry.Owner, entry.EventMember);
        return document.Remove(document.Root, document.Root.Children.Last(child => child.Value == entry.Owner));
    }
}
