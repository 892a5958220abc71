using System.Text.Json;
using CodeRelay.Agents.Editing;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Asks a settings file; one that is missing or does not parse answers as an empty one.</summary>
internal static class HookFile
{
    public static bool IsTrue(string path, string key) => Read(path)?.Root[key]?.Kind == JsonTokenType.True;

    /// <summary>True when the member of an object at the root is false.</summary>
    public static bool IsFalse(string path, string owner, string key) => Read(path)?.Root[owner]?[key]?.Kind == JsonTokenType.False;

    public static IEnumerable<string> RootKeys(string path) => Read(path)?.Root.Children.Select(child => child.Name).OfType<string>() ?? [];

    /// <summary>Whether our hooks are in a file.</summary>
    public static HookPresence Look(HookSettings settings) => Ask(settings, settings.Format.Look, default);

    /// <summary>The commands of others in a file.</summary>
    public static IEnumerable<string> ForeignCommands(HookSettings settings) =>
        Ask(settings, (file, content) => [.. settings.Format.ForeignCommands(file, content)], Array.Empty<string>());

    /// <summary>The command lines of our hooks in a file, in the form for this system.</summary>
    public static IEnumerable<string> OwnCommands(HookSettings settings) =>
        Ask(settings, (file, content) => [.. settings.Format.OwnCommands(file, content)], Array.Empty<string>());

    /// <summary>Why a file cannot be read, or null when it can.</summary>
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
