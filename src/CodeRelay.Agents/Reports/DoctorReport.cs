using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Agents.Setup.Doctor;
using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Reports;

/// <summary>Why a hook would or would not run here: everything that has to be right for it, each looked at once. Nothing of the repository is run.</summary>
/// <param name="Checks">What is about the machine and the repository first, then one runtime after the other.</param>
/// <param name="Runtimes">Those that were examined.</param>
/// <param name="NotFound">Those that are not here.</param>
internal sealed record DoctorReport(IReadOnlyList<DoctorCheck> Checks, IReadOnlyList<AgentRuntime> Runtimes, IReadOnlyList<AgentRuntime> NotFound)
{
    /// <summary>Looks at everything.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="runtimes">Whom to examine; those that are found here or have hooks of ours when null.</param>
    /// <param name="environment">The user's machine; this process's when null.</param>
    public static DoctorReport Read(Repository repository, IReadOnlyList<AgentRuntime>? runtimes = null, UserEnvironment? environment = null)
    {
        environment ??= UserEnvironment.Current;
        var examined = runtimes ?? [.. RuntimeCatalog.All.Where(runtime => runtime.IsDetected(repository.Root, environment) || new HookSurvey(runtime, repository.Root, environment).InstalledLevels().Count > 0)];
        var command = new InstalledCommand(environment);
        var (configuration, problem) = Configure(repository);
        var size = new InstructionSize(repository);

        // Each may have to be asked for its version.
        var ofRuntimes = Task.WhenAll(examined.Select(runtime => Task.Run(() => new RuntimeChecks(runtime, repository, environment, command).All().ToList())));
        var general = MachineChecks.All(repository, environment, command).Concat(RepositoryChecks.All(repository, configuration, problem)).ToList();
        var checks = examined.Zip(ofRuntimes.GetAwaiter().GetResult()).SelectMany(pair => pair.Second.Concat(size.Checks(pair.First)).Select(check => check with { Runtime = pair.First.Id }));
        return new DoctorReport([.. general, .. checks], examined, [.. RuntimeCatalog.All.Except(examined).Where(runtime => !runtime.IsDetected(repository.Root, environment))]);
    }

    /// <summary>How many checks came out like that.</summary>
    public int Count(CheckLevel level) => Checks.Count(check => check.Level == level);

    /// <summary>The word for how bad it is.</summary>
    public static string Word(CheckLevel level) => level switch { CheckLevel.Problem => "problem", CheckLevel.Warn => "warn", _ => "ok" };

    private static (Configuration Configuration, string? Problem) Configure(Repository repository)
    {
        try
        {
            return (Configuration.Load(repository), null);
        }
        catch (ConfigurationException e)
        {
            return (new Configuration(), e.Message);
        }
    }
}
