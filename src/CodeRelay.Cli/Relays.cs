using CodeRelay.Relay;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>What the verbs of the inbox share.</summary>
internal static class Relays
{
    /// <summary>The station of the current directory.</summary>
    /// <exception cref="MissingEnvironmentException">There is none.</exception>
    public static Station Station() => Relay.Station.Find(Directory.GetCurrentDirectory(), UserEnvironment.Current)
        ?? throw new MissingEnvironmentException($"'{Directory.GetCurrentDirectory()}' is in no git repository, so nobody is addressed here; run it in one, or set {Relay.Station.ProjectVariable} to a directory");

    public static Inbox Inbox() => new(Station(), UserEnvironment.Current);

    /// <summary>Says that nobody is there yet.</summary>
    public static string Waits(Address address) => $"note: no worktree is called '{address.Place.Recipient}'; the handoff waits until there is one";

    /// <summary>An age such as 30d, 12h or 45m.</summary>
    public static bool TryParseAge(string text, out TimeSpan age)
    {
        age = TimeSpan.Zero;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count))
            return false;
        age = text[^1] switch { 'd' => TimeSpan.FromDays(count), 'h' => TimeSpan.FromHours(count), 'm' => TimeSpan.FromMinutes(count), _ => TimeSpan.MinValue };
        return age >= TimeSpan.Zero;
    }

    /// <summary>How long something has been, in its largest unit.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalDays: >= 1 } => $"{(int)age.TotalDays} d",
        { TotalHours: >= 1 } => $"{(int)age.TotalHours} h",
        { TotalMinutes: >= 1 } => $"{(int)age.TotalMinutes} min",
        _ => $"{Math.Max(0, (int)age.TotalSeconds)} s",
    };
}
