using System.Text;
using CodeRelay.Agents.Setup.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>Whether something of ours is in a settings file.</summary>
/// <param name="IsInstalled">True when hooks of ours are there, in whatever form.</param>
/// <param name="IsOlder">True when they are not what would be installed now.</param>
internal readonly record struct HookPresence(bool IsInstalled, bool IsOlder);

/// <summary>How our part goes into a settings file of one kind and out of it; what is not ours stays byte for byte.</summary>
internal abstract class SettingsFormat
{
    /// <summary>Gives the file with our part in it once.</summary>
    /// <param name="settings">The file.</param>
    /// <param name="current">What is there; more than white space.</param>
    /// <exception cref="SettingsException">The file does not parse, or leaves no place for us.</exception>
    public abstract byte[] Install(HookSettings settings, byte[] current);

    /// <summary>Gives the file without our part.</summary>
    /// <param name="settings">The file.</param>
    /// <param name="current">What is there; more than white space.</param>
    /// <param name="before">What was there before we came, when that is known and more than white space.</param>
    /// <exception cref="SettingsException">The file does not parse.</exception>
    public abstract byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before);

    /// <summary>Tells whether a file from which our part was taken holds nothing that is worth keeping.</summary>
    public virtual bool IsEmpty(HookSettings settings, byte[] content) => IsBlank(content);

    /// <summary>Looks for our part.</summary>
    /// <exception cref="SettingsException">The file does not parse.</exception>
    public abstract HookPresence Look(HookSettings settings, byte[] current);

    /// <summary>The command lines of our hooks in the file, in the form for this system.</summary>
    public virtual IEnumerable<string> OwnCommands(HookSettings settings, byte[] current) => [];

    /// <summary>All hooks in the file, where they can be told apart.</summary>
    public virtual IEnumerable<FoundHook> Hooks(HookSettings settings, byte[] current) => [];

    public static bool IsBlank(byte[]? text) => text is null || text.AsSpan().Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>The file as it is written where there is none.</summary>
    public static byte[] New(HookSettings settings) => Encoding.UTF8.GetBytes(settings.Template);
}
