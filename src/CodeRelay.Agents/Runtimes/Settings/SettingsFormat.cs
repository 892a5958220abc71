using System.Text;
using CodeRelay.Agents.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>The presence of CodeRelay's part in a settings file.</summary>
/// <param name="IsInstalled">True when CodeRelay's hooks are there, in any form.</param>
/// <param name="IsOlder">True when they differ from a new installation.</param>
internal readonly record struct HookPresence(bool IsInstalled, bool IsOlder);

/// <summary>Adds CodeRelay's part to one kind of settings file and removes it; foreign content stays byte for byte.</summary>
internal abstract class SettingsFormat
{
    /// <summary>The file with CodeRelay's part once.</summary>
    /// <param name="settings">The file.</param>
    /// <param name="current">The current content; more than white space.</param>
    /// <exception cref="SettingsException">The file is invalid, or has no place for the part.</exception>
    public abstract byte[] Install(HookSettings settings, byte[] current);

    /// <summary>The file without CodeRelay's part.</summary>
    /// <param name="settings">The file.</param>
    /// <param name="current">The current content; more than white space.</param>
    /// <param name="before">The content before the installation, when known and more than white space.</param>
    /// <exception cref="SettingsException">The file is invalid.</exception>
    public abstract byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before);

    /// <summary>True when a file without CodeRelay's part contains nothing worth keeping.</summary>
    public virtual bool IsEmpty(HookSettings settings, byte[] content) => IsBlank(content);

    /// <summary>Searches for CodeRelay's part.</summary>
    /// <exception cref="SettingsException">The file is invalid.</exception>
    public abstract HookPresence Look(HookSettings settings, byte[] current);

    /// <summary>The command lines of our hooks in the file, in the form for this system.</summary>
    public virtual IEnumerable<string> OwnCommands(HookSettings settings, byte[] current) => [];

    /// <summary>All hooks in the file, where they can be told apart.</summary>
    public virtual IEnumerable<FoundHook> Hooks(HookSettings settings, byte[] current) => [];

    public static bool IsBlank(byte[]? text) => text is null || text.AsSpan().Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>The content of a new file.</summary>
    public static byte[] New(HookSettings settings) => Encoding.UTF8.GetBytes(settings.Template);
}
