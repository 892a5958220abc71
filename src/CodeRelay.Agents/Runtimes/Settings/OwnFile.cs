using CodeRelay.Agents.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>A file that CodeRelay owns as a whole, such as a plugin; a foreign file of the same name stays unchanged.</summary>
internal sealed class OwnFile : SettingsFormat
{
    public override byte[] Install(HookSettings settings, byte[] current) => CompanionFile.IsOurs(current)
        ? New(settings)
        : throw new SettingsException(settings.Path, 1, 1, "was not written by coderelay and is in the place of our file; move it away");

    public override byte[] Uninstall(HookSettings settings, byte[] current, byte[]? before) =>
        !CompanionFile.IsOurs(current) ? current : before ?? [];

    public override HookPresence Look(HookSettings settings, byte[] current)
    {
        var isOurs = CompanionFile.IsOurs(current);
        return new HookPresence(isOurs, isOurs && !current.AsSpan().SequenceEqual(New(settings)));
    }
}
