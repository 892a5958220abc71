using CodeRelay.Analysis;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes;

/// <summary>
/// A coding agent program: what it is called, and one facet for each thing that it can do. A new one is a folder with one class and
/// its settings text, and one line in <see cref="RuntimeCatalog"/>. A facet that is null it does not have.
/// </summary>
public abstract class AgentRuntime
{
    /// <summary>The name on the command line and in JSON; never changes.</summary>
    public abstract string Id { get; }

    /// <summary>Other names that the command line takes.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>The product's name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The program's file name without extension; empty when there is none to look for.</summary>
    public virtual string Program => "";

    /// <summary>True when nobody can work with it without its program on PATH; an editor is opened otherwise too.</summary>
    public virtual bool NeedsProgram => Program.Length > 0;

    /// <summary>What it cannot do, and what of it is known from others only, one sentence each.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    public virtual RuntimeLimits Limits => RuntimeLimits.Unknown;

    public abstract InstructionSupport Instructions { get; }

    /// <summary>Its hooks, or the settings that stand in for them.</summary>
    public virtual HookSupport? Hooks => null;

    public virtual McpSupport? Mcp => null;

    public virtual SkillSupport? Skills => SkillSupport.Shared;

    /// <summary>The newest transcript of a session in a directory, by its full path; null when the runtime leaves no file that can be told apart.</summary>
    public virtual Func<string, UserEnvironment, FileInfo?>? LatestTranscript => null;

    public HookCapabilities Capabilities => Hooks?.Capabilities ?? HookCapabilities.None;

    /// <summary>Why there is no place to register a server, where there is none at any level.</summary>
    public string WithoutMcp => Mcp?.Absence ?? $"it is not known where {Name} registers MCP servers";

    /// <summary>Tells whether the runtime is used here: its program is on PATH, or there are files of its own.</summary>
    public bool IsDetected(string root, UserEnvironment environment) =>
        ProgramPath(environment) is not null || Traces(root, environment).Any(Path.Exists);

    /// <summary>Full path of the program on PATH, or null.</summary>
    public string? ProgramPath(UserEnvironment environment) =>
        Program.Length == 0 ? null : ExecutableFinder.Find(Program, environment.Variable("PATH") ?? "");

    /// <summary>Full paths of files and directories that are there where the runtime is used.</summary>
    protected virtual IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        SettingsScope.Both(root, environment).Select(scope => Path.GetDirectoryName(Hooks?.Settings(scope)?.Path)).OfType<string>();
}
