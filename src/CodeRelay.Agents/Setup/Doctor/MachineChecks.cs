using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Files;
using CodeRelay.Formats;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup.Doctor;

/// <summary>What every hook needs, whoever calls it.</summary>
internal static class MachineChecks
{
    public static IEnumerable<DoctorCheck> All(Repository repository, UserEnvironment environment, InstalledCommand command) =>
        [Git(repository, environment), Switch(environment), State(repository, environment), Inbox(repository, environment), Command(command)];

    private static DoctorCheck Git(Repository repository, UserEnvironment environment)
    {
        var program = ExecutableFinder.Find("git", environment.Variable("PATH") ?? "");
        if (program is null)
            return new DoctorCheck("git", CheckLevel.Problem, "git is not on PATH, so hooks go by the age of HANDOFF.md alone", "install it from https://git-scm.com");
        if (ProgramVersion.Ask(program) is not { } version)
            return new DoctorCheck("git", CheckLevel.Problem, $"{program} does not answer --version", "install git anew from https://git-scm.com");
        return repository.GitDirectory is null
            ? new DoctorCheck("git", CheckLevel.Warn, $"{version}, but {repository.Root} is not in a git repository, so freshness cannot be checked and there is no inbox", "git init")
            : new DoctorCheck("git", CheckLevel.Ok, $"{version}, {program}");
    }

    private static DoctorCheck Switch(UserEnvironment environment) => HookSwitch.Value(environment) is { } value
        ? new DoctorCheck("switch", CheckLevel.Problem, $"{HookSwitch.Variable} is '{value}', which silences every hook", $"unset {HookSwitch.Variable}")
        : new DoctorCheck("switch", CheckLevel.Ok, $"{HookSwitch.Variable} is not set");

    private static DoctorCheck State(Repository repository, UserEnvironment environment)
    {
        var directory = StateDirectory.Of(repository, environment);
        return WriteProbe.Problem(directory) is { } problem
            ? new DoctorCheck("state", CheckLevel.Problem, $"the state directory {directory} cannot be written: {problem}", $"make it writable, or name another directory in {StateDirectory.Variable}")
            : new DoctorCheck("state", CheckLevel.Ok, $"{directory} is writable");
    }

    private static DoctorCheck Inbox(Repository repository, UserEnvironment environment)
    {
        var root = InboxPlace.RootOf(environment);
        if (WriteProbe.Problem(root) is { } problem)
            return new DoctorCheck("inbox", CheckLevel.Problem, $"no handoff can be written or archived in {root}: {problem}", $"make it writable, or name another directory in {InboxPlace.RootVariable}");
        if (new CurrentRepository(repository.Root, DirectorySource.Runtime, environment).Endpoint is not { } station)
            return new DoctorCheck("inbox", CheckLevel.Ok, $"{root} is writable; there is no inbox outside a git repository");
        try
        {
            var waiting = new Inbox(station, environment).Unread().Count;
            return new DoctorCheck("inbox", CheckLevel.Ok, $"{root} is writable; {EnumNames.Count(waiting, "handoff")} wait{(waiting == 1 ? "s" : "")} for '{station.Name}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck("inbox", CheckLevel.Problem, $"the inbox of '{station.Name}' cannot be read: {e.Message.TrimEnd('.')}", $"make {root} readable");
        }
    }

    private static DoctorCheck Command(InstalledCommand command)
    {
        if (command.Path is null)
            return new DoctorCheck("command", CheckLevel.Warn, "coderelay is not on PATH, but the hook lines call it", Product.InstallCommand);
        if (command.Version is not { } version)
            return new DoctorCheck("command", CheckLevel.Problem, $"{command.Path} does not answer --version", $"dotnet tool uninstall --global {Product.Package}, then " + Product.InstallCommand);
        return version == Product.Version
            ? new DoctorCheck("command", CheckLevel.Ok, $"{version}, {command.Path}")
            : new DoctorCheck("command", CheckLevel.Warn, $"hooks run {command.Path}, version {version}, but this is version {Product.Version}", Product.UpdateCommand);
    }
}

/// <summary>Tries to write where something will have to be written, and leaves nothing behind.</summary>
internal static class WriteProbe
{
    /// <summary>Why nothing can be written to a directory, or null when it can. One that is missing is not made: what is above it counts.</summary>
    /// <param name="directory">Full path.</param>
    public static string? Problem(string directory)
    {
        var existing = directory;
        while (!Directory.Exists(existing))
        {
            if (File.Exists(existing))
                return $"'{existing}' is a file where a directory is needed";
            if (Path.GetDirectoryName(existing) is not { } parent)
                return $"'{existing}' does not exist";
            existing = parent;
        }

        try
        {
            var probe = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose };
            using var file = new FileStream(Path.Combine(existing, $".coderelay-{Guid.NewGuid():N}.tmp"), probe);
            // An empty file fits on a full disk.
            file.WriteByte(0);
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message.TrimEnd('.');
        }
    }
}
