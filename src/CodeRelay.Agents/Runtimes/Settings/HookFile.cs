using System.Text.Json;
using CodeRelay.Agents.Editing;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Queries a settings file; a missing or invalid one counts as empty.</summary>
internal static class HookFile
{
    /// <summary>Those files in which a switch of hooks is off.</summary>
    /// <param name="paths">Full paths.</param>
    /// <param name="off">The value by which it is off.</param>
    /// <param name="keys">The names that lead to it from the root.</param>
    public static IEnumerable<HookObstacle> Switches(IEnumerable<string> paths, JsonTokenType off, params IReadOnlyList<string> keys)
    {
        foreach (var path in paths)
        {
            if (Read(path) is { } document && Member(document.Root, keys) is { } member && member.Value.Kind == off)
                yield return new HookObstacle(path, document.Place(member.Start), file => $"hooks are switched off by {string.Join('.', keys)} in {file}");
        }
    }

    /// <summary>The keys at the root with their lines and columns.</summary>
    public static IEnumerable<(string Name, (int Line, int Column) Place)> RootKeys(string path) =>
        Read(path) is { } document ? document.Root.Children.Where(child => child.Name is not null).Select(child => (child.Name!, document.Place(child.Start))) : [];

    /// <summary>All hooks in a file.</summary>
    public static IReadOnlyList<FoundHook> Hooks(HookSettings settings) =>
        Ask(settings, (file, content) => [.. settings.Format.Hooks(file, content)], Array.Empty<FoundHook>());

    /// <summary>The hooks that an installation writes into a file.</summary>
    public static IEnumerable<FoundHook> HooksOf(HookSettings settings) => settings.Format.Hooks(settings, SettingsFormat.New(settings));

    /// <summary>The presence of CodeRelay's hooks in a file.</summary>
    public static HookPresence Look(HookSettings settings) => Ask(settings, settings.Format.Look, default);

    /// <summary>The command lines of our hooks in a file, in the form for this system.</summary>
    public static IEnumerable<string> OwnCommands(HookSettings settings) =>
        Ask(settings, (file, content) => [.. settings.Format.OwnCommands(file, content)], Array.Empty<string>());

    /// <summary>The reason why a file cannot be read, or null when it can.</summary>
    public static string? Problem(HookSettings settings)
    {
        try
        {
            return Error(settings)?.Message;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    /// <summary>What in a file does not parse, or null.</summary>
    public static SettingsException? Error(HookSettings settings)
    {
        try
        {
            if (RegularFile.ReadBytes(settings.Path) is { } bytes && !SettingsFormat.IsBlank(bytes))
                settings.Format.Look(settings, bytes);
            return null;
        }
        catch (SettingsException e)
        {
            return e;
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

    private static JsoncChild? Member(JsoncNode node, IReadOnlyList<string> keys)
    {
        JsoncChild? member = null;
        foreach (var key in keys)
        {
            member = (member?.Value ?? node).Children.LastOrDefault(child => child.Name == key);
            if (member is null)
                return null;
        }

        return member;
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
