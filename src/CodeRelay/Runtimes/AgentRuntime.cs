using System.Diagnostics.CodeAnalysis;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes;

/// <summary>
/// A coding agent program: how it calls hooks, what answers it takes, where its settings are. A new one is a folder with one
/// class and its settings text, and one line in <see cref="RuntimeCatalog"/>. What is not overridden it cannot do.
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

    public virtual HookCapabilities Capabilities => HookCapabilities.None;

    public virtual RuntimeLimits Limits => RuntimeLimits.Unknown;

    /// <summary>The project's files that it reads by itself, relative to the root with '/', the one that is best written first.</summary>
    public abstract IReadOnlyList<string> InstructionFiles { get; }

    /// <summary>What it cannot do, and what of it is known from others only, one sentence each.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>Ids of runtimes that also read the settings of this one, so that they may be the ones who call.</summary>
    public virtual IReadOnlyList<string> SharesHooksWith => [];

    /// <summary>Full paths of settings of Claude Code whose hooks it runs as well.</summary>
    public virtual IReadOnlyList<string> AlsoReads(string root, UserEnvironment environment) => [];

    /// <summary>By what JSON it can be told, among those that share hooks.</summary>
    public virtual PayloadShape Shape => PayloadShape.Common;

    /// <summary>Where the hooks of a level are, and what goes there; null when the runtime has no such level.</summary>
    /// <param name="level">Whose settings.</param>
    /// <param name="root">Full path of the repository's top level.</param>
    /// <param name="environment">The user's machine.</param>
    public virtual HookSettings? Settings(SettingsLevel level, string root, UserEnvironment environment) => null;

    /// <summary>
    /// Full paths of the instruction files of a level that it reads by itself, the one that is best written first; none where no
    /// such file is known. One that is missing may stay missing: another one that is read instead of it would be hidden by it.
    /// </summary>
    /// <inheritdoc cref="Settings" path="/param"/>
    public virtual IReadOnlyList<string> InstructionPlaces(SettingsLevel level, string root, UserEnvironment environment) =>
        level == SettingsLevel.Project ? [.. InstructionFiles.Select(file => Path.GetFullPath(file, root))] : [];

    /// <summary>What has to stand above the text of an instruction file that is ours as a whole, for the runtime to read it always.</summary>
    /// <param name="path">Full path of the file.</param>
    public virtual string InstructionHeader(string path) => "";

    /// <summary>The directory of a level in which it looks for skills, a directory each; null when it knows none.</summary>
    /// <inheritdoc cref="Settings" path="/param"/>
    public virtual string? SkillDirectory(SettingsLevel level, string root, UserEnvironment environment) =>
        Path.Combine(level == SettingsLevel.Project ? root : environment.Home, ".agents", "skills");

    /// <summary>The directory of a level for slash commands in TOML; null where skills are commands already, or there is none.</summary>
    /// <inheritdoc cref="Settings" path="/param"/>
    public virtual string? CommandDirectory(SettingsLevel level, string root, UserEnvironment environment) => null;

    /// <summary>Where MCP servers are registered; null when there is no such level, or its place is not known.</summary>
    /// <inheritdoc cref="Settings" path="/param"/>
    public virtual McpPlace? Mcp(SettingsLevel level, string root, UserEnvironment environment) => null;

    /// <summary>What the user has to do before the runtime starts a server that was registered.</summary>
    public virtual IReadOnlyList<string> McpSteps(SettingsLevel level) => [];

    /// <summary>Why there is no place to register a server, where there is none at any level.</summary>
    public virtual string WithoutMcp => $"it is not known where {Name} registers MCP servers";

    /// <summary>What the user has to do before the runtime runs the hooks; installing cannot do it for them.</summary>
    public virtual IReadOnlyList<string> TrustSteps(SettingsLevel level) => [];

    /// <summary>What in the user's own settings keeps the hooks from running, one sentence each.</summary>
    public virtual IEnumerable<string> Obstacles(SettingsLevel level, string root, UserEnvironment environment) => [];

    /// <summary>False when a version of the program is known to leave our hooks alone.</summary>
    /// <param name="version">What the program calls itself, or null when nobody could be asked.</param>
    public virtual bool RunsHooks(string? version) => true;

    /// <summary>Reads what the runtime sent.</summary>
    public virtual bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out HookPayload? payload) => HookPayload.TryParse(utf8, out payload);

    /// <summary>Says "do not stop yet".</summary>
    /// <param name="reason">What the agent should know; not empty.</param>
    public virtual HookAnswer Block(string reason) => HookAnswer.Silent;

    /// <summary>Hands text to the agent at the start of its session.</summary>
    public virtual HookAnswer Inject(string context) => HookAnswer.Silent;

    /// <summary>Says something in passing, at an event that neither holds up nor hands over; silent where the runtime has no channel for it.</summary>
    /// <param name="line">One line, under 500 bytes.</param>
    public virtual HookAnswer Tell(string line) => HookAnswer.Silent;

    /// <summary>The newest transcript of a session in the directory, or null when there is none or the runtime leaves no file that can be told apart.</summary>
    /// <param name="directory">Full path.</param>
    /// <param name="environment">The user's machine.</param>
    public virtual FileInfo? LatestTranscript(string directory, UserEnvironment environment) => null;

    /// <summary>The names of the MCP servers that sessions in the repository have, or null when the settings are not known.</summary>
    /// <param name="root">Full path of the repository's top level.</param>
    /// <param name="environment">The user's machine.</param>
    public virtual IReadOnlySet<string>? McpServers(string root, UserEnvironment environment) =>
        Mcp(SettingsLevel.Project, root, environment) is { Format: McpFormat.Json } project && Mcp(SettingsLevel.User, root, environment) is { Format: McpFormat.Json } user
            ? McpSettings.Names([(project.Path, [.. project.Keys]), (user.Path, [.. user.Keys])])
            : null;

    /// <summary>Tells whether the runtime is used here: its program is on PATH, or there are files of its own.</summary>
    public bool IsDetected(string root, UserEnvironment environment) =>
        ProgramPath(environment) is not null || Traces(root, environment).Any(Path.Exists);

    /// <summary>Full path of the program on PATH, or null.</summary>
    public string? ProgramPath(UserEnvironment environment) =>
        Program.Length == 0 ? null : ExecutableFinder.Find(Program, environment.Variable("PATH") ?? "");

    /// <summary>Full paths of files and directories that are there where the runtime is used.</summary>
    protected virtual IEnumerable<string> Traces(string root, UserEnvironment environment) =>
        new[] { SettingsLevel.Project, SettingsLevel.User }.Select(level => Path.GetDirectoryName(Settings(level, root, environment)?.Path)).OfType<string>();
}
