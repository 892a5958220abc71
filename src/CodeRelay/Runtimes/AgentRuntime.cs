using System.Diagnostics.CodeAnalysis;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes;

/// <summary>
/// A coding agent program: how it calls hooks, what answers it takes, where its settings are. A new one is a folder with one
/// class and its settings text, and one line in <see cref="RuntimeCatalog"/>.
/// </summary>
public abstract class AgentRuntime
{
    /// <summary>The name on the command line and in JSON; never changes.</summary>
    public abstract string Id { get; }

    /// <summary>Other names that the command line takes.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>The product's name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>The program's file name without extension.</summary>
    public abstract string Program { get; }

    public abstract HookCapabilities Capabilities { get; }

    public abstract RuntimeLimits Limits { get; }

    /// <summary>Where the hooks of a level are, and what goes there; null when the runtime has no such level.</summary>
    /// <param name="level">Whose settings.</param>
    /// <param name="root">Full path of the repository's top level.</param>
    /// <param name="environment">The user's machine.</param>
    public abstract HookSettings? Settings(SettingsLevel level, string root, UserEnvironment environment);

    /// <summary>What the user has to do before the runtime runs the hooks; installing cannot do it for them.</summary>
    public abstract IReadOnlyList<string> TrustSteps(SettingsLevel level);

    /// <summary>What in the user's own settings keeps the hooks from running, one sentence each.</summary>
    public virtual IEnumerable<string> Obstacles(SettingsLevel level, string root, UserEnvironment environment) => [];

    /// <summary>Reads what the runtime sent.</summary>
    public virtual bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out HookPayload? payload) => HookPayload.TryParse(utf8, out payload);

    /// <summary>Says "do not stop yet".</summary>
    /// <param name="reason">What the agent should know; not empty.</param>
    public abstract HookAnswer Block(string reason);

    /// <summary>Hands text to the agent at the start of its session.</summary>
    public abstract HookAnswer Inject(string context);

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
    public virtual IReadOnlySet<string>? McpServers(string root, UserEnvironment environment) => null;

    /// <summary>Tells whether the runtime is used here: its program is on PATH or its settings directory exists.</summary>
    public bool IsDetected(string root, UserEnvironment environment) =>
        ProgramPath(environment) is not null
        || new[] { SettingsLevel.Project, SettingsLevel.User }.Any(level =>
            Settings(level, root, environment) is { } settings && Directory.Exists(Path.GetDirectoryName(settings.Path)));

    /// <summary>Full path of the program on PATH, or null.</summary>
    public string? ProgramPath(UserEnvironment environment) => ExecutableFinder.Find(Program, environment.Variable("PATH") ?? "");
}
