using System.Text.Json;
using CodeRelay.Agents.Editing;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Queries a settings file; a missing or invalid one counts as empty.</summary>
internal static class HookFile
{
    public static bool IsTrue(string path, string key) => Read(path)?.Root[key]?.Kind == JsonTokenType.True;

    /// <summary>True when the member of an object at the root is false.</summary>
    public static bool IsFalse(string path, string owner, string key) => Read(path)?.Root[owner]?[key]?.Kind == JsonTokenType.False;

    public static IEnumerable<string> RootKeys(string path) => Read(path)?.Root.Children.Select(child => child.Name).OfType<string>() ?? [];

    /// <summary>The presence of CodeRelay's hooks in a file.</summary>
    public static HookPresence Look(HookSettings settings) => Ask(settings, settings.Format.Look, default);

    /// <summary>The foreign commands in a file.</summary>
    public static IEnumerable<string> ForeignCommands(HookSettings settings) =>
        Ask(settings, (file, content) => [.. settings.Format.ForeignCommands(file, content)], Array.Empty<string>());

    /// <summary>The command lines of CodeRelay's hooks in a file, for this system.</summary>
    public static IEnumerable<string> OwnCommands(HookSettings settings) =>
        Ask(settings, (file, content) => [.. settings.Format.OwnCommands(file, content)], Array.Empty<string>());

    /// <summary>The reason why a file cannot be read, or null when it can.</summary>
    public static string? Problem(HookSettings settings)
    {
        try
        {
            if (RegularFile.ReadBytes(settings.Path) is { } bytes && !SettingsFormat.IsBlank(bytes))
                settings.Format.Look(settings, bytes);
            return null;
        }
        catch (Exception e) when (e is SettingsException or IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    private static T Ask<T>(HookSettings settings, Func<HookSettings, byte[], T> question, T otherwise)
    {
        try
        {
            return RegularFile.ReadBytes(settings.Path) is { } bytes && !SettingsFormat.IsBlank(bytes) ? question(settings, bytes) : otherwise;
        }
        catch (Exception e) when (e is SettingsException or IOException or UnauthorizedAccessException)
        {
            return otherwise;
        }
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
