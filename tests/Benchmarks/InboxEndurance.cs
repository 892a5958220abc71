using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeRelay.Benchmarks;

/// <summary>
/// Writers and readers as processes on one inbox, while readers are killed at random: what of all that was sent arrived, how often, and
/// what was left behind. First in the local inbox, then over a git remote.
/// </summary>
internal sealed partial class InboxEndurance : Benchmark
{
    private const double ShareOfKilled = 0.4;

    public override string Name => "inbox-endurance";

    public override string Title => "handoffs under concurrent writers and readers that are killed";

    public override string Budget => "0 lost, 0 delivered twice, 0 half-written, nothing left behind";

    public override bool IsOnlyNamed => true;

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace) => [];

    public override string Measure(TemporaryDirectory workplace)
    {
        ThreadPool.SetMinThreads(256, 256);
        var local = new Scene(workplace, "local", remote: false).Run(writers: 64, readers: 16, handoffs: 2000);
        var remote = new Scene(workplace, "remote", remote: true).Run(writers: 8, readers: 8, handoffs: 200);
        return $"### {Title}\n\nBudget: {Budget}. Writers are `coderelay handoff`, readers `coderelay inbox take --all` and `coderelay hook session-start`, each a process; {ShareOfKilled:P0} of the readers are killed by SIGKILL after 1 to 60 ms (over a remote after 1 to 400 ms). Repeat: `dotnet run build.cs -- bench {Name}`\n\n"
            + "| Where | writers | readers | sent | killed readers | arrived | lost | shown by two finished readers | shown by a finished reader and one that was killed | half-written | left behind | seconds |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
            + local + remote;
    }

    [GeneratedRegex(@"--- (?<name>w\d+x\d+x)(?:\\n|\n)")]
    private static partial Regex Titles();

    private sealed class Scene
    {
        private readonly Lock _gate = new();
        private readonly string _name;
        private readonly string _repository;
        private readonly string _inbox;
        private readonly string[] _remote;
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
        private readonly HashSet<string> _seenByKilled = new(StringComparer.Ordinal);
        private readonly List<string> _sent = [];
        private int _killed;
        private volatile bool _isOver;

        public Scene(TemporaryDirectory workplace, string name, bool remote)
        {
            _name = name;
            _inbox = Path.Combine(workplace.Path, name, "inbox");
            _repository = GeneratedHistory.Write(Path.Combine(workplace.Path, name, "app"), commits: 1);
            File.Delete(Path.Combine(_repository, "HANDOFF.md"));
            _remote = remote ? ["--remote", "host"] : [];
            if (!remote)
                return;
            var host = Path.Combine(workplace.Path, name, "host.git");
            ProcessRunner.Run("git", ["init", "--quiet", "--bare", host], workplace.Path);
            ProcessRunner.Run("git", ["remote", "add", "host", host], _repository);
        }

        public string Run(int writers, int readers, int handoffs)
        {
            var watch = Stopwatch.StartNew();
            var reading = Enumerable.Range(0, readers).Select(_ => Start(Read)).ToArray();
            var writing = Enumerable.Range(0, writers).Select(writer => Start(() => Write(writer, handoffs / writers))).ToArray();
            foreach (var thread in writing)
                thread.Join();
            _isOver = true;
            foreach (var thread in reading)
                thread.Join();
            for (var before = -1; before < _seen.Count;)
            {
                before = _seen.Count;
                Note(Take(kill: false));
            }

            var lost = _sent.Count(name => !_seen.ContainsKey(name) && !_seenByKilled.Contains(name));
            var archive = Directory.GetFiles(_inbox, "*", SearchOption.AllDirectories).ToLookup(file => Path.GetFileName(Path.GetDirectoryName(file)) == "read");
            var half = archive[true].Count(file => !File.ReadAllText(file).Contains("\nreceived_at: ", StringComparison.Ordinal));
            return string.Create(CultureInfo.InvariantCulture, $"| {_name} | {writers} | {readers} | {_sent.Count} | {_killed} | {archive[true].Count()} | {lost} | {_seen.Count(entry => entry.Value > 1)} | {_seenByKilled.Count(_seen.ContainsKey)} | {half} | {archive[false].Count()} | {watch.Elapsed.TotalSeconds:F0} |\n");
        }

        private static Thread Start(Action work)
        {
            var thread = new Thread(() => work());
            thread.Start();
            return thread;
        }

        private void Write(int writer, int count)
        {
            for (var i = 0; i < count; i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"w{writer}x{i}x");
                var result = ProcessRunner.Run(Command.Native, ["handoff", "--no-review", "--name", name, .. _remote], _repository, $"## Immediate next action\nRun `make {name}`.\n", Variables);
                if (result.ExitCode != 0)
                    throw new InvalidOperationException(result.Error);
                lock (_gate)
                    _sent.Add(name);
            }
        }

        private void Read()
        {
            while (!_isOver)
                Note(Take(Random.Shared.NextDouble() < ShareOfKilled));
        }

        private void Note((string Output, bool WasKilled) reader)
        {
            lock (_gate)
            {
                _killed += reader.WasKilled ? 1 : 0;
                foreach (var name in Titles().Matches(reader.Output).Select(match => match.Groups["name"].Value))
                {
                    if (reader.WasKilled)
                        _seenByKilled.Add(name);
                    else
                        _seen[name] = _seen.GetValueOrDefault(name) + 1;
                }
            }
        }

        private (string Output, bool WasKilled) Take(bool kill)
        {
            var isHook = _remote.Length == 0 && Random.Shared.Next(2) == 0;
            var start = new ProcessStartInfo(Command.Native, isHook ? ["hook", "session-start", "--runtime", "claude-code"] : ["inbox", "take", "--all", .. _remote])
            {
                WorkingDirectory = _repository, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
            };
            foreach (var (name, value) in Variables)
                start.Environment[name] = value;
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (kill && !process.WaitForExit(Random.Shared.Next(1, _remote.Length == 0 ? 60 : 400)))
                process.Kill();
            process.WaitForExit();
            const int Killed = 128 + 9;
            if (process.ExitCode is not (0 or Killed))
                throw new InvalidOperationException(error.GetAwaiter().GetResult());
            return (output.GetAwaiter().GetResult(), process.ExitCode == Killed);
        }

        private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = _inbox, ["CLAUDE_PROJECT_DIR"] = _repository };
    }
}
