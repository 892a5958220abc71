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

    /// <summary>The inbox of a directory that somebody named.</summary>
    /// <param name="directory">Full path.</param>
    /// <inheritdoc cref="Station()" path="/exception"/>
    public static Inbox Inbox(string directory) => new(Station(directory), UserEnvironment.Current);

    /// <summary>The station of a directory that somebody named; the variable of a runtime does not lead elsewhere.</summary>
    /// <inheritdoc cref="Inbox(string)"/>
    public static Station Station(string directory)
    {
        var repository = Repository.Discover(directory, GitTime);
        return Relay.Station.OfCall(repository, UserEnvironment.Current, GitTime) is { } station && station.Root == repository.Root
            ? station
            : throw new MissingEnvironmentException(Unaddressed(repository));
    }

    /// <summary>The handoffs of the inbox's own place.</summary>
    public static IReadOnlyList<SurveyedHandoff> Own(Inbox inbox, bool withRead) =>
        [.. inbox.All().Where(file => withRead || file.State != HandoffState.Read).Select(file => new SurveyedHandoff(file, IsOrphaned: false))];

    /// <summary>Finds one by its id, the beginning of it or its sentinel: in the inbox's own place first, then with every recipient of the repository.</summary>
    /// <exception cref="RelayException">There is none, or there are several.</exception>
    public static HandoffFile Find(Inbox inbox, string id)
    {
        var own = inbox.All();
        return own.Any(candidate => candidate.Id.StartsWith(id, StringComparison.Ordinal) || candidate.TryReadText()?.Sentinel == id)
            ? InboxFiles.Find(own, id)
            : InboxFiles.Find([.. InboxSurvey.Of(inbox, withArchive: true).Select(handoff => handoff.File)], id);
    }

    /// <summary>The worktree that handoffs are read in; not asked for where there are none.</summary>
    public static WorktreeFacts Now(Inbox inbox, int count) => count == 0 ? WorktreeFacts.None : WorktreeFacts.Of(inbox.Station.Repository);

    /// <summary>Says that nobody is there yet.</summary>
    public static string Waits(Address address) => $"note: no worktree is called '{address.Place.Recipient}'; the handoff waits until one exists";

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
        return Unaddressed(Repository.Discover(Directory.Exists(project) ? project : directory), Directory.Exists(project));
    }

    private static string Unaddressed(Repository repository, bool isProject = false) => repository.GitDirectory is not null || isProject
        ? $"the directory '{VisibleText.OfLine(repository.Root)}' has a name that cannot be an address; {RelayName.Valid}; rename it"
        : $"'{VisibleText.OfLine(repository.Root)}' is not inside a git worktree, so it has no inbox; run the command in a worktree, or set {Relay.Station.ProjectVariable} to a directory";
}
