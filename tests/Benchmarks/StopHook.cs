using System.Text.Json;

namespace CodeRelay.Benchmarks;

/// <summary>What an agent waits at every stop when there is nothing to say: our hook line and that of a shell hook, as runtimes start them.</summary>
internal sealed class StopHook : Benchmark
{
    // One stop is too short to be measured from here; so many in a row outweigh the start of the shell around them.
    private const int Stops = 25;

    private const string ShellLine = "/bin/sh \"$(git rev-parse --show-toplevel)/.codex/hooks/stop_handoff_check.sh\"";

    // The rule of grepcoffee/coderelay in our own words, with the one change that lets it work with GNU stat.
    private const string ShellHook = """
        #!/bin/sh
        root=$(git rev-parse --show-toplevel 2>/dev/null || pwd)
        file=$(find "$root" -maxdepth 3 -name HANDOFF.md 2>/dev/null | head -n 1)
        [ -n "$file" ] || exit 0
        changed=$(stat -c %Y "$file" 2>/dev/null || stat -f %m "$file" 2>/dev/null)
        case $changed in '' | *[!0-9]*) exit 0 ;; esac
        now=$(date +%s)
        [ $((now - changed)) -gt 300 ] || exit 0
        printf '{"decision":"block","reason":"Update %s."}\n' "$file"

        """;

    public override string Name => "stop-hook";

    public override string Title => $"{Stops} stops with nothing to say, 5,000 commits, 400 files";

    public override string Budget => "half the time of the shell hook";

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var directory = GeneratedHistory.Write(Path.Combine(workplace.Path, "repository"), commits: 5000);
        var call = workplace.Write("call.json", $$"""{"session_id":"benchmark","cwd":{{JsonSerializer.Serialize(directory)}},"hook_event_name":"Stop","stop_hook_active":false}""");
        workplace.Write("repository/.codex/hooks/stop_handoff_check.sh", ShellHook);
        Command("hooks install --runtimes codex", directory, input: "");
        var line = HookLine(directory);

        // Fresh enough for the shell hook, and old enough to be told from what is written after the session began.
        File.SetLastWriteTimeUtc(Path.Combine(directory, "HANDOFF.md"), DateTime.UtcNow);
        Thread.Sleep(200);
        Command("hook session-start --runtime codex", directory, File.ReadAllText(call));
        return
        [
            Line("shell hook", ShellLine, directory, call, Environment.GetEnvironmentVariable("PATH")!),
            Line("coderelay, line of a project", line, directory, call, WithCommand),
            Line("coderelay, line of a user", "coderelay hook stop --runtime codex", directory, call, WithCommand),
            Line("fallback script, coderelay not installed", line, directory, call, Environment.GetEnvironmentVariable("PATH")!),
        ];
    }

    private static string WithCommand { get; } = $"{Path.GetDirectoryName(Benchmarks.Command.Native)}:{Environment.GetEnvironmentVariable("PATH")}";

    // Whatever a line prints makes it a failure: then it would not be the case that is measured.
    private static Contender Line(string name, string line, string directory, string call, string path) =>
        new(name, "sh", ["-c", $"i=0; while [ $i -lt {Stops} ]; do sh -c \"$0\" < \"$1\" >> \"$2\" || exit 8; i=$((i + 1)); done; [ ! -s \"$2\" ] || exit 9", line, call, Path.Combine(Path.GetDirectoryName(call)!, $"{name}.out")], directory)
        {
            Environment = new Dictionary<string, string?> { ["PATH"] = path, ["CODERELAY_DISABLED"] = null },
        };

    private static string HookLine(string directory)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, ".codex", "hooks.json")));
        return settings.RootElement.GetProperty("hooks").GetProperty("Stop")[0].GetProperty("hooks")[0].GetProperty("command").GetString()!;
    }

    private static void Command(string arguments, string directory, string input)
    {
        var result = ProcessRunner.Run(Benchmarks.Command.Native, arguments.Split(' '), directory, input);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"coderelay {arguments}: {result.Error}");
    }
}
