using CodeRelay.Analysis;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes;

/// <summary>
/// A coding agent program: its names and one facet per capability. A new runtime is a folder with one class and its settings text,
/// and one line in <see cref="RuntimeCatalog"/>. A facet is null when the runtime lacks the capability.
/// </summary>
internal abstract class AgentRuntime
{
    /// <summary>The name on the command line and in JSON; never changes.</summary>
    public abstract string Id { get; }

    /// <summary>Further names that the command line accepts.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>The product's name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The program's file name without extension; empty without one.</summary>
    public virtual string Program => "";

    /// <summary>True when its program must be on PATH; editors can be opened another way.</summary>
    public virtual bool NeedsProgram => Program.Length > 0;

    /// <summary>Limitations, and facts that are not officially documented, one sentence each.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    public virtual RuntimeLimits Limits => RuntimeLimits.Unknown;

    public abstract InstructionSupport Instructions { get; }

    /// <summary>Its hooks, or the settings that replace them.</summary>
    public virtual HookSupport? Hooks => null;

    public virtual McpSupport? Mcp => null;

    public virtual SkillSupport? Skills => SkillSupport.Shared;

    /// <summary>The newest transcript of a session in a directory, given its full path; null when the runtime leaves no distinguishable file.</summary>
    public virtual Func<string, UserEnvironment, FileInfo?>? LatestTranscript => null;

    public HookCapabilities Capabilities => Hooks?.Capabilities ?? HookCapabilities.None;

    /// <summary>The reason why no level has a place to register a server.</summary>
    public string WithoutMcp => Mcp?.Absence ?? $"it is not known where {Name} registers MCP servers";

    /// <summary>True when the runtime is in use here: its program is on PATH, or its files exist.</summary>
    public bool IsDetected(string root, UserEnvironment environment) =>
        ProgramPath(environment) is not null || Traces(root, environment).Any(Path.Exists);

    /// <summary>Full path of the program on PATH, or null.</summary>
    public string? ProgramPath(UserEnvironment environment) =>
        Program.Length == 0 ? null : ExecutableFinder.Find(Program, environment.Variable("PATH") ?? "");

    /// <summary>Full paths of files and directories that exist where the runtime is in use.</summary>
    protected virtual IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        SettingsScope.Both(root, environment).Select(scope => Path.GetDirectoryName(Hooks?.Settings(scope)?.Path)).OfType<string>();
}
