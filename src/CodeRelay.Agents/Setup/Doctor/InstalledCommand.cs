using CodeRelay.Agents.Runtimes;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup.Doctor;

/// <summary>The command that hook lines call: the first `coderelay` on PATH, asked once for its version.</summary>
internal sealed class InstalledCommand
{
    /// <summary>The name in every hook line.</summary>
    public const string Name = "coderelay";

    private readonly Lazy<string?> _version;

    public InstalledCommand(UserEnvironment environment)
    {
        SearchPath = environment.Variable("PATH") ?? "";
        Path = ExecutableFinder.Find(Name, SearchPath);
        _version = new Lazy<string?>(() => Path is null ? null : ProgramVersion.Ask(Path));
    }

    public string SearchPath { get; }

    /// <summary>Full path, or null when there is none.</summary>
    public string? Path { get; }

    /// <summary>What it answers to `--version`, or null when it does not start.</summary>
    public string? Version => _version.Value;
}
