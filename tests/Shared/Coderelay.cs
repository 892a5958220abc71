using System.Diagnostics;

namespace CodeRelay.TestSupport;

/// <summary>Runs the command as users do: a process of its own, either framework-dependent or the native executable.</summary>
public static class Coderelay
{
    /// <summary>Names the native executable that the tests run instead of CodeRelay.Cli.dll.</summary>
    public const string NativeVariable = "CODERELAY_TEST_NATIVE";

    private static readonly string? Native = Environment.GetEnvironmentVariable(NativeVariable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    // What the machine of the test or its CI service says about colours, git and agents must not matter.
    private static readonly Dictionary<string, string?> Neutral = new(StringComparer.Ordinal)
    {
        ["NO_COLOR"] = null,
        ["TERM"] = "xterm-256color",
        ["CODERELAY_DISABLED"] = null,
        // No test asks a package source but those that are about that.
        ["CI"] = "true",
        ["HOME"] = Path.Combine(Path.GetTempPath(), "coderelay-tests", "home"),
        ["CLAUDE_CONFIG_DIR"] = null,
        ["CODEX_HOME"] = null,
        ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
    };

    /// <param name="arguments">Separated by single spaces; for arguments that hold spaces there is the other overload.</param>
    /// <param name="directory">Where it runs.</param>
    public static ProcessResult Run(string arguments, string directory) => Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), directory);

    /// <param name="arguments">One by one.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="environment">Added to the neutral environment; null removes.</param>
    public static ProcessResult Run(IEnumerable<string> arguments, string directory, string input = "", IReadOnlyDictionary<string, string?>? environment = null) =>
        ProcessRunner.Run(Program, [.. Prefix, .. arguments], directory, input, Variables(environment));

    /// <summary>How a process is started that a test speaks with while it runs.</summary>
    /// <inheritdoc cref="Run(IEnumerable{string}, string, string, IReadOnlyDictionary{string, string?})" path="/param"/>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string?>? environment = null) =>
        ProcessRunner.StartInfo(Program, [.. Prefix, .. arguments], directory, Variables(environment));

    private static Dictionary<string, string?> Variables(IReadOnlyDictionary<string, string?>? environment)
    {
        var variables = new Dictionary<string, string?>(Neutral, StringComparer.Ordinal);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            variables[name] = value;
        return variables;
    }

    /// <summary>The executable that is started.</summary>
    public static string Program => Native ?? "dotnet";

    /// <summary>Its first arguments.</summary>
    public static IReadOnlyList<string> Prefix { get; } = Native is null ? [FindLibrary()] : [];

    // The tests' build compiles it ahead of time. Where it could not, or an assembly was built since, the plain one is right and slower.
    private static string FindLibrary()
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var built = new FileInfo(SourceTree.Path($"artifacts/bin/CodeRelay.Cli/{configuration}/CodeRelay.Cli.dll"));
        if (!built.Exists)
            throw new FileNotFoundException($"build src/CodeRelay.Cli first: {built.FullName} is not there");
        var ahead = new FileInfo(SourceTree.Path($"artifacts/bin/CodeRelay.Cli/{configuration}_ahead/CodeRelay.Cli.dll"));
        return built.Directory!.EnumerateFiles("*.dll").All(file => File.GetLastWriteTimeUtc(Path.Combine(ahead.DirectoryName!, file.Name)) >= file.LastWriteTimeUtc) ? ahead.FullName : built.FullName;
    }
}
