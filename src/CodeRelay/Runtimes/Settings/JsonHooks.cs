using System.Text;

namespace CodeRelay.Runtimes.Settings;

/// <summary>Hooks in JSON, comments and trailing commas allowed: groups or flat entries by event.</summary>
internal sealed class JsonHooks : SettingsFormat
{
    public override byte[] Install(HookSettings settings, byte[] current) =>
        HookMerge.Install(JsoncDocument.Parse(settings.Path, current), new HookTemplate(settings.Template)).Text;

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before) =>
        HookMerge.Uninstall(JsoncDocument.Parse(settings.Path, current), before is null ? null : JsoncDocument.Parse(settings.Path, before)).Text;

    // Members such as `version` came with our hooks and mean nothing without them.
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

    public override IEnumerable<string> ForeignCommands(HookSettings settings, byte[] current) =>
        HookEntries.In(JsoncDocument.Parse(settings.Path, current)).Where(entry => !entry.IsOurs).Select(entry => entry.CommandLine);

    public override IEnumerable<string> OwnCommands(HookSettings settings, byte[] current) =>
        HookEntries.In(JsoncDocument.Parse(settings.Path, current)).Where(entry => entry is { IsOurs: true, IsMisplaced: false }).Select(entry => entry.CommandFor(OperatingSystem.IsWindows()));

    private static bool IsSame(HookEntry wanted, HookEntry entry) => wanted.Event == entry.Event && entry.RunsSameAs(wanted);

    private static string TextOf(JsoncDocument document, JsoncNode node) => Encoding.UTF8.GetString(document.Text, node.Start, node.End - node.Start);
}
