using System.Text;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Agents.Setup.Skills;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup.Doctor;

/// <summary>What stands between a runtime and our hooks.</summary>
internal sealed class RuntimeChecks(AgentRuntime runtime, Repository repository, UserEnvironment environment, InstalledCommand command)
{
    private readonly HookSurvey _survey = new(runtime, repository.Root, environment);

    public IEnumerable<DoctorCheck> All()
    {
        var version = runtime.ProgramPath(environment) is { } path ? ProgramVersion.Ask(path) : null;
        return [Program(version), .. Settings(), .. Hooks(version), .. Lines(), .. Twice(), .. Trust(), .. Block(), .. Skills(), .. Cannot()];
    }

    private DoctorCheck Program(string? version)
    {
        if (runtime.Program.Length == 0)
            return new DoctorCheck("program", CheckLevel.Ok, $"{runtime.Name} has no separate program");
        if (runtime.ProgramPath(environment) is { } path)
            return new DoctorCheck("program", CheckLevel.Ok, $"{runtime.Name} {version ?? "(did not answer --version)"}, {path}");
        return runtime.NeedsProgram
            ? new DoctorCheck("program", CheckLevel.Warn, $"'{runtime.Program}' is not on PATH, although {runtime.Name} left files here", "install it, or add its directory to PATH")
            : new DoctorCheck("program", CheckLevel.Ok, $"'{runtime.Program}' is not on PATH; {runtime.Name} can also be started in other ways");
    }

    private IEnumerable<DoctorCheck> Settings() =>
        from level in Levels()
        let settings = _survey.Of(level)
        select HookFile.Problem(settings) is { } problem
            ? new DoctorCheck("settings", CheckLevel.Problem, problem, $"repair the file; {runtime.Name} may ignore all of it")
            : new DoctorCheck("settings", CheckLevel.Ok, $"{Word(level)}: {Name(settings.Path)} {(File.Exists(settings.Path) ? "parses" : "does not exist")}");

    private IEnumerable<DoctorCheck> Hooks(string? version)
    {
        var installed = _survey.InstalledLevels();
        var borrowed = _survey.Borrowed().ToList();
        if (installed.Count > 0)
            yield return new DoctorCheck("hooks", CheckLevel.Ok, $"installed in {string.Join(" and ", installed.Select(level => Name(_survey.Of(level)!.Path)))}");
        else if (borrowed.Count > 0)
            yield return new DoctorCheck("hooks", CheckLevel.Ok, $"{runtime.Name} runs those in {string.Join(" and ", borrowed.Select(Name))}");
        else if (Levels().Any())
            yield return new DoctorCheck("hooks", CheckLevel.Warn, "not installed", $"coderelay hooks install {(_survey.Project is null ? "--user " : "")}--runtimes {runtime.Id}");

        foreach (var level in installed)
        {
            if (_survey.OlderForm(level) is { } older)
                yield return new DoctorCheck("hooks", CheckLevel.Warn, older, _survey.InstallCommand(level));
        }

        foreach (var hook in Levels().SelectMany(level => new HookRegistrations(_survey.Of(level)!).Misplaced))
            yield return new DoctorCheck("hooks", CheckLevel.Problem, $"the hook of {hook.Event} never runs, because it is outside of hooks", $"coderelay hooks install --runtimes {runtime.Id}");
        if (installed.Count > 0 && runtime.Hooks?.RunsIn(version) == false)
            yield return new DoctorCheck("hooks", CheckLevel.Problem, $"{runtime.Name} {version ?? "of an unknown version"} does not run hooks", "rely on the instruction file");
        foreach (var obstacle in installed.SelectMany(_survey.Obstacles).Distinct(StringComparer.Ordinal))
            yield return new DoctorCheck("hooks", CheckLevel.Problem, obstacle, "change that setting");
    }

    private IEnumerable<DoctorCheck> Lines()
    {
        foreach (var level in _survey.InstalledLevels())
        {
            var settings = _survey.Of(level)!;
            var lines = HookFile.OwnCommands(settings).Distinct(StringComparer.Ordinal).ToList();
            foreach (var line in lines)
                yield return Line(line, settings);
            if (lines.Count == 0 && settings.CallsCommand && command.Version is null)
                yield return new DoctorCheck("line", CheckLevel.Problem, $"{Name(settings.Path)} calls coderelay, which {(command.Path is null ? "is not on PATH" : "does not start")}", Product.InstallCommand);
        }
    }

    private DoctorCheck Line(string line, HookSettings settings)
    {
        var (obstacles, runs) = HookLine.Follow(line, repository.Root, command.SearchPath);
        if (runs is not null && runs == command.Path && command.Version is null)
            return new DoctorCheck("line", CheckLevel.Problem, $"`{line}` in {Name(settings.Path)} starts {runs}, which does not answer --version", Product.InstallCommand);
        var why = string.Join("; ", obstacles);
        return (runs, obstacles.Count) switch
        {
            (null, _) => new DoctorCheck("line", CheckLevel.Problem, $"`{line}` in {Name(settings.Path)} runs nothing: {why}", Product.InstallCommand),
            (_, 0) => new DoctorCheck("line", CheckLevel.Ok, $"`{line}` runs {runs}"),
            _ => new DoctorCheck("line", CheckLevel.Warn, $"`{line}` falls back to {runs}: {why}", Product.InstallCommand),
        };
    }

    private IEnumerable<DoctorCheck> Twice()
    {
        var installed = _survey.InstalledLevels();
        foreach (var original in Levels().Select(_survey.Original).OfType<string>())
            yield return new DoctorCheck("twice", CheckLevel.Warn, original, "remove one of the two");
        foreach (var hook in Levels().SelectMany(level => new HookRegistrations(_survey.Of(level)!).Repeated))
            yield return new DoctorCheck("twice", CheckLevel.Warn, $"the hook of {hook.Event} is registered more than once in one file", $"coderelay hooks install --runtimes {runtime.Id}");
        if (installed.Count > 1)
            yield return new DoctorCheck("twice", CheckLevel.Warn, "the hooks are in the project's and in your own settings; two calls at the same moment get one answer", $"coderelay hooks uninstall --user --runtimes {runtime.Id}");
        if (installed.Count > 0 && _survey.Borrowed().ToList() is { Count: > 0 } borrowed)
            yield return new DoctorCheck("twice", CheckLevel.Ok, $"{runtime.Name} runs the hooks in {string.Join(" and ", borrowed.Select(Name))} as well; two calls at the same moment get one answer");
    }

    private IEnumerable<DoctorCheck> Trust() =>
        from step in _survey.InstalledLevels().SelectMany(level => runtime.Hooks!.TrustSteps(level)).Distinct(StringComparer.Ordinal)
        select new DoctorCheck("trust", CheckLevel.Warn, "only you can verify this step", step);

    private IEnumerable<DoctorCheck> Block()
    {
        var wanted = SettingsScope.Both(repository.Root, environment).ToDictionary(scope => scope.Level, scope => RelayBlock.Place(runtime, scope));
        var found = wanted.Where(entry => entry.Value is not null && RelayBlock.HasBlock(entry.Value)).ToList();
        foreach (var (level, path) in found)
        {
            yield return RelayBlock.Read(path!) == RelayBlock.Text(level, repository)
                ? new DoctorCheck("block", CheckLevel.Ok, $"{Name(path!)} gives the agent the text that no hook can inject")
                : new DoctorCheck("block", CheckLevel.Warn, $"{Name(path!)} has a block from an older version", _survey.InstallCommand(level));
        }

        if (found.Count == 0 && RelayBlock.IsNeededBy(runtime))
            yield return new DoctorCheck("block", CheckLevel.Warn, $"neither a hook nor an instruction file gives the agent anything at its start; `coderelay inbox take` shows the waiting handoffs", _survey.InstallCommand(SettingsLevel.Project));
    }

    private IEnumerable<DoctorCheck> Skills()
    {
        foreach (var scope in SettingsScope.Both(repository.Root, environment))
        {
            var present = SkillPlan.Files(runtime, scope).Where(SkillPlan.IsInstalled).ToList();
            if (present.Count == 0)
                continue;
            yield return present.TrueForAll(file => RegularFile.ReadBytes(file.Path).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(file.Content)))
                ? new DoctorCheck("skills", CheckLevel.Ok, string.Join(", ", present.Select(file => Name(file.Path))))
                : new DoctorCheck("skills", CheckLevel.Warn, $"skills from an older version in {Name(runtime.Skills!.Directory(scope))}", $"{_survey.InstallCommand(scope.Level)} --skills");
        }
    }

    private IEnumerable<DoctorCheck> Cannot() => runtime.Notes.Select(note => new DoctorCheck("limits", CheckLevel.Ok, note));

    private IEnumerable<SettingsLevel> Levels() => new[] { SettingsLevel.Project, SettingsLevel.User }.Where(level => _survey.Of(level) is not null);

    private string Name(string path) => repository.RelativePath(path) ?? path;

    private static string Word(SettingsLevel level) => level == SettingsLevel.Project ? "project" : "user";
}
