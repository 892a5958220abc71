using CodeRelay.Formats;
using CodeRelay.Relay;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>What the verbs of the inbox share.</summary>
internal static class Relays
{
    // A hundred years, in minutes: more than that leads before the calendar begins.
    private const long LongestAge = 36500L * 24 * 60;

    // A handoff is worth more than what a git that hangs could add to it.
    private static readonly TimeSpan GitTime = TimeSpan.FromSeconds(10);

    /// <summary>The station of the current directory.</summary>
    /// <exception cref="MissingEnvironmentException">There is none.</exception>
    public static Station Station()
    {
        var directory = CurrentDirectory();
        return Relay.Station.Find(directory, UserEnvironment.Current, GitTime) ?? throw new MissingEnvironmentException(Unaddressed(directory));
    }

    /// <summary>The station of the current directory; a plain directory is one too.</summary>
    /// <exception cref="MissingEnvironmentException">It is a bare repository, or its name cannot be written to.</exception>
    public static Station Ground()
    {
        var directory = CurrentDirectory();
        if (Relay.Station.Find(directory, UserEnvironment.Current, GitTime) is { } station)
            return station;
        if (Repository.IsInBareRepository(directory))
            throw new MissingEnvironmentException(Messages.BareRepository(directory));
        return Relay.Station.Of(Repository.Discover(directory, GitTime)) ?? throw new MissingEnvironmentException(Unaddressed(directory));
    }

    public static Inbox Inbox() => new(Station(), UserEnvironment.Current);

    /// <summary>The inbox of the current directory, or null where nobody is addressed.</summary>
    public static Inbox? TryInbox() => Relay.Station.Find(CurrentDirectory(), UserEnvironment.Current, GitTime) is { } station ? new Inbox(station, UserEnvironment.Current) : null;

    /// <summary>Says that nobody is there yet.</summary>
    public static string Waits(Address address) => $"note: no worktree is called '{address.Place.Recipient}'; the handoff waits until there is one";

    /// <summary>An age such as 30d, 12h or 45m.</summary>
    public static bool TryParseAge(string text, out TimeSpan age)
    {
        age = TimeSpan.Zero;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count))
            return false;
        var minutes = text[^1] switch { 'd' => count * 24L * 60, 'h' => count * 60L, 'm' => count, _ => long.MaxValue };
        if (minutes > LongestAge)
            return false;
        age = TimeSpan.FromMinutes(minutes);
        return true;
    }

    /// <summary>How long something has been, in its largest unit.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalDays: >= 1 } => $"{(int)age.TotalDays} d",
        { TotalHours: >= 1 } => $"{(int)age.TotalHours} h",
        { TotalMinutes: >= 1 } => $"{(int)age.TotalMinutes} min",
        _ => $"{Math.Max(0, (int)age.TotalSeconds)} s",
    };

    private static string CurrentDirectory()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException)
        {
            throw new MissingEnvironmentException("the current directory was removed; change to one that exists");
        }
    }

    private static string Unaddressed(string directory)
    {
        var project = UserEnvironment.Current.Variable(Relay.Station.ProjectVariable);
        var repository = Repository.Discover(Directory.Exists(project) ? project : directory);
        return repository.GitDirectory is not null || Directory.Exists(project)
            ? $"the directory '{VisibleText.OfLine(repository.Root)}' has a name that nobody can write to; {RelayName.Valid}; rename it"
            : $"'{VisibleText.OfLine(directory)}' is in no git worktree, so nobody is addressed here; run it in one, or set {Relay.Station.ProjectVariable} to a directory";
    }
}
