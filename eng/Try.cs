using System.Diagnostics;
using System.Text.Json;

namespace CodeRelay.Eng;

/// <summary>Shows the product on a temporary clone of a repository: scaffold, gate, stop hook, build. The original is only read.</summary>
internal sealed class Try
{
    private static readonly string[] Solutions = ["*.slnx", "*.sln", "*.csproj", "*.fsproj", "*.vbproj"];

    private const int MostLinesOfFailure = 8;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly string _version = Pack.LocalVersion();
    private readonly string _feed;
    private readonly string _clone;

    private Try(string workplace)
    {
        _feed = Path.Combine(workplace, "packages");
        _clone = Path.Combine(workplace, "clone");
    }

    private static string Command => Checkout.At("artifacts/publish/CodeRelay.Cli/release/CodeRelay.Cli.dll");

    public static int Run(string[] arguments)
    {
        var keep = arguments.Contains("--keep");
        var paths = arguments.Where(argument => argument != "--keep").ToArray();
        if (paths.Length > 1 || paths.Any(path => path.StartsWith('-')))
            throw new FailedException("valid is: try [path] [--keep]");
        var root = WorkingTree(Path.GetFullPath(paths.FirstOrDefault() ?? Checkout.Root));
        var workplace = Directory.CreateTempSubdirectory("coderelay-try-").FullName;
        var trial = new Try(workplace);
        try
        {
            trial.Show(root);
            return 0;
        }
        finally
        {
            NuGetCache.RemoveLocal(trial._version);
            if (keep)
                Console.WriteLine($"the clone is {trial._clone}");
            else
                Delete(workplace);
        }
    }

    private void Show(string root)
    {
        Pack.Portable(_feed, _version);
        Clone(root);
        Heading("coderelay init: what is written, merged and kept");
        Coderelay("init");
        Commit("Set up the packet");
        Heading("coderelay check: the gate");
        Console.WriteLine($"exit code {Coderelay("check")} (1 would fail the pipeline; the level is --fail-on, by default error)");
        Heading("coderelay hook stop: what the agent is told when it worked and left the packet alone");
        StopHook();
        Heading("dotnet build: the same findings as warnings");
        Build();
    }

    private static string WorkingTree(string path)
    {
        var top = Shell.Capture(Checkout.Root, "git", "-C", path, "rev-parse", "--show-toplevel");
        return top.ExitCode == 0 ? top.Text.Trim() : throw new FailedException($"'{path}' is not in the working tree of a git repository; name one: try <path>");
    }

    private void Clone(string root)
    {
        Shell.Step($"clone of {root}", "git", "clone", "--quiet", "--no-hardlinks", "-c", "core.hooksPath=/dev/null", root, _clone);
        var changes = Shell.Capture(root, "git", "--no-optional-locks", "status", "--porcelain").Text;
        if (changes.Length > 0)
            Console.WriteLine($"note: uncommitted changes ({changes.Split('\n').Length}) are not in a clone");
    }

    private void StopHook()
    {
        var call = JsonSerializer.Serialize($"{_clone}")[1..^1];
        var start = Hook("session-start", $$"""{"session_id":"try","cwd":"{{call}}","hook_event_name":"SessionStart","source":"startup"}""");
        Console.WriteLine($"session-start: {start}");
        File.WriteAllText(Path.Combine(_clone, "tried.txt"), "work of the session\n");
        Commit("Work on something");
        var stop = Hook("stop", $$"""{"session_id":"try","cwd":"{{call}}","hook_event_name":"Stop","stop_hook_active":false}""");
        Console.WriteLine($"stop:          {(stop.Length == 0 ? "(silent: the session may end)" : stop)}");
    }

    private void Build()
    {
        var project = Solutions.Select(pattern => Directory.EnumerateFiles(_clone, pattern, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 }).Order(StringComparer.Ordinal).FirstOrDefault())
            .FirstOrDefault(file => file is not null);
        if (project is null)
        {
            Console.WriteLine("there is no solution or project in it");
            return;
        }

        Console.WriteLine($"dotnet build {Path.GetRelativePath(_clone, project)} …");
        var others = new List<string>();
        var isReported = false;
        var isError = false;
        var isSummary = false;
        var exitCode = Shell.Watch(
            _clone,
            line =>
            {
                // The summary repeats earlier lines.
                isSummary |= line.StartsWith("Build ", StringComparison.Ordinal);
                if (isSummary || !(line.Contains(": warning RLY", StringComparison.Ordinal) || line.Contains(": error", StringComparison.Ordinal) || line.Contains("coderelay:", StringComparison.Ordinal)))
                {
                    others.Add(line);
                    return;
                }

                isReported = true;
                isError |= line.Contains(": error RLY", StringComparison.Ordinal);
                Console.WriteLine(line.Replace(_clone + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split(" [")[0]);
            },
            "dotnet",
            ["build", project, "--nologo", "-tl:off", "-v:m", $"-p:RestoreAdditionalProjectSources={_feed}", "-nodeReuse:false"]);
        if (exitCode != 0 && !isReported)
            others.Where(line => line.Length > 0).Take(MostLinesOfFailure).ToList().ForEach(Console.WriteLine);
        if (isError)
            Console.WriteLine("findings are errors here, because this repository wants that: TreatWarningsAsErrors, or a severity of its own");
        Console.WriteLine($"exit code {exitCode}; {others.Count} other lines, which are not ours");
    }

    private void Commit(string message)
    {
        Shell.Capture(_clone, "git", "add", "--all");
        Shell.Capture(_clone, "git", "-c", "user.name=CodeRelay", "-c", "user.email=try@example.invalid", "commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", message);
    }

    private int Coderelay(string verb) => Shell.Show(_clone, "dotnet", "exec", Command, verb);

    private string Hook(string name, string call) => Shell.Capture(_clone, "dotnet", ["exec", Command, "hook", name, "--runtime", "claude-code"], call).Text;

    private void Heading(string text) => Console.WriteLine($"\n── {text} ({_clock.Elapsed.TotalSeconds:0} s) ──");

    private static void Delete(string directory)
    {
        // Git writes its objects read-only, and Windows does not delete read-only files.
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(_ => OperatingSystem.IsWindows()))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(directory, recursive: true);
    }
}
