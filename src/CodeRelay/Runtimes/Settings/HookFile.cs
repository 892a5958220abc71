using System.Text.Json;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Settings;

/// <summary>Asks a settings file; one that is missing or does not parse answers as an empty one.</summary>
internal static class HookFile
{
    public static bool IsTrue(string path, string key) => Read(path)?.Root[key]?.Kind == JsonTokenType.True;

    public static IEnumerable<string> RootKeys(string path) => Read(path)?.Root.Children.Select(child => child.Name).OfType<string>() ?? [];

    /// <summary>Our handlers in a file, and whether each is in the form that would be installed now.</summary>
    public static IReadOnlyList<(HookEntry Entry, bool IsCurrent)> Ours(HookSettings settings)
    {
        if (Read(settings.Path) is not { } document)
            return [];
        var wanted = new HookTemplate(settings.Template).Entries.ToList();
        return [.. HookEntries.In(document).Where(entry => entry.IsOurs).Select(entry => (entry, wanted.Exists(other => other.Event == entry.Event && entry.RunsSameAs(other))))];
    }

    private static JsoncDocument? Read(string path)
    {
        try
        {
            return RegularFile.ReadBytes(path) is { } bytes ? JsoncDocument.Parse(path, bytes) : null;
        }
        catch (Exception e) when (e is SettingsException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
