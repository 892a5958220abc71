using System.Text;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;
using CodeRelay.Files;

namespace CodeRelay.Tests.Agents.Runtimes;

/// <summary>A repository and a home directory of its own, so that no test sees the settings of the machine.</summary>
internal sealed class RuntimeWorkshop : IDisposable
{
    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal) { ["PATH"] = "/nowhere" };

    public TemporaryRepository Repository { get; } = new("project");

    public TemporaryDirectory Home { get; } = new("home");

    public UserEnvironment Environment => new(Home.Path, name => _variables.GetValueOrDefault(name));

    public static AgentRuntime Claude => RuntimeCatalog.All.Single(runtime => runtime.Id == "claude-code");

    public static AgentRuntime Codex => RuntimeCatalog.All.Single(runtime => runtime.Id == "codex");

    public void Set(string variable, string value) => _variables[variable] = value;

    public HookInstallation Install(params AgentRuntime[] runtimes) => Install(SettingsLevel.Project, runtimes);

    public HookInstallation Install(SettingsLevel level, params AgentRuntime[] runtimes) =>
        HookInstaller.Install(CodeRelay.Git.Repository.Discover(Repository.Path), runtimes, level, dryRun: false, Environment);

    public HookInstallation Uninstall(params AgentRuntime[] runtimes) => Uninstall(SettingsLevel.Project, runtimes);

    public HookInstallation Uninstall(SettingsLevel level, params AgentRuntime[] runtimes) =>
        HookInstaller.Uninstall(CodeRelay.Git.Repository.Discover(Repository.Path), runtimes, level, dryRun: false, Environment);

    /// <summary>Every file and directory below a directory, with the files' bytes and modes.</summary>
    public static IReadOnlyList<string> Tree(string root) =>
    [
        .. Directory.EnumerateFileSystemEntries(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(path => !path.StartsWith(Path.Combine(root, ".git") + Path.DirectorySeparatorChar, StringComparison.Ordinal) || path.Contains("coderelay", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(root, path)} {Mode(path)} {Content(path)}"),
    ];

    public void Dispose()
    {
        Repository.Dispose();
        Home.Dispose();
    }

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "" : File.GetUnixFileMode(path).ToString();

    private static string Content(string path) =>
        new FileInfo(path).LinkTarget ?? (File.Exists(path) ? Encoding.Latin1.GetString(File.ReadAllBytes(path)) : "/");
}
