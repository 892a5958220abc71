using CodeRelay.Agents.Editing;

namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>A file that is ours as a whole, such as a plugin; one of the same name by somebody else is not touched.</summary>
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
