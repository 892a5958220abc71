using System.Diagnostics;
using System.Globalization;

namespace CodeRelay.Benchmarks;

/// <summary>A thousand agents, ten thousand handoffs on one bare repository, 32 takers at once; see docs/scale.md.</summary>
internal sealed class RemoteScale : Benchmark
{
    private const int Recipients = 1000;
    private const int Handoffs = 10_000;
    private const int Takers = 32;
    private const int Singles = 10;

    private readonly List<string> _lines = [];

    public override string Name => "remote-scale";

    public override string Title => "1,000 agents, 10,000 handoffs, 32 takers on one remote";

    public override string Budget => "none lost, none twice";

    public override bool IsOnlyNamed => true;

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace) => [];

    public override string Measure(TemporaryDirectory workplace)
    {
        // A taker's thread waits for git, whose answers are read by the pool.
        ThreadPool.SetMinThreads(4 * Takers, 4 * Takers);
        using var remote = new SimulatedRemote(workplace);
        _lines.AddRange([$"### {Title}", "", $"Budget: {Budget}. File transport, a host that does not wait for its disk. Repeat: `dotnet run build.cs -- bench {Name}`", "", "| What | ms each | in all |", "|---|---:|---:|"]);

        SendSingly(remote, "an empty remote");
        remote.Fill(1000, Recipients);
        Ask(remote, "1,000 waiting");
        SendSingly(remote, "1,000 waiting");
        Time("send 500 by one push, 1,000 waiting", 500, () => remote.Fill(remote.Sent + 500, Recipients));
        Time("send the rest by 500", Handoffs - remote.Sent, () => remote.Fill(Handoffs, Recipients));
        SendSingly(remote, "10,000 waiting, loose refs");
        Size(remote, "10,000 waiting, loose");
        Ask(remote, "10,000 waiting, loose refs");
        Time("`git pack-refs --all` at the host", 1, () => remote.Git("pack-refs", "--all"));
        Ask(remote, "10,000 waiting, packed refs");
        SendSingly(remote, "10,000 waiting, packed refs");
        TakeSingly(remote);
        Time("take 100 by one push, 10,000 waiting", 100, () => remote.Take(remote.Waiting(100)));
        TakeAll(remote);
        Finish(remote);
        return string.Join('\n', _lines) + "\n";
    }

    private void SendSingly(SimulatedRemote remote, string state) =>
        Time($"send one, {state}", Singles, () =>
        {
            for (var i = 0; i < Singles; i++)
                remote.Fill(remote.Sent + 1, Recipients);
        });

    private void TakeSingly(SimulatedRemote remote)
    {
        var waiting = remote.Waiting(Singles);
        Time("take one: list it, read it, take it, 10,000 waiting", Singles, () =>
        {
            foreach (var handoff in waiting)
                remote.TakeOf(handoff.Recipient, most: 1);
        });
    }

    private void Ask(SimulatedRemote remote, string state)
    {
        Time($"list and read one recipient, {state}", Singles, () =>
        {
            for (var i = 0; i < Singles; i++)
                remote.ReadOf(SimulatedRemote.Recipient(i));
        });
        Time($"list all (`ls-remote`), {state}", 5, () =>
        {
            for (var i = 0; i < 5; i++)
                remote.Waiting(1);
        });
    }

    private void TakeAll(SimulatedRemote remote)
    {
        var open = remote.Sent - remote.Won;
        Time($"{Takers} takers at once list, read, take and settle {open.ToString("N0", CultureInfo.InvariantCulture)} by 100", open, () => remote.TakeAll(Takers));
        var left = remote.Waiting(int.MaxValue).Count;
        _lines.Add($"| sent {remote.Sent}, won {remote.Won}, won twice {remote.Twice}, lost {remote.Sent - remote.Won - left}, still waiting {left}, unknown {remote.Unknown}, lost to another taker {remote.Beaten} | | |");
    }

    private void Finish(SimulatedRemote remote)
    {
        Time($"settle {remote.Unsettled} receipts by one push", remote.Unsettled, remote.Settle);
        _lines.Add($"| refs left | | {remote.Refs} |");
        Size(remote, "all taken");
        Time("`git gc --prune=now` at the host", 1, () => remote.Git("gc", "--quiet", "--prune=now"));
        Size(remote, "all taken, after gc");
        _lines.Add($"| reftable backend: {remote.Reftable} | | |");
    }

    private void Size(SimulatedRemote remote, string state) =>
        _lines.Add($"| size of the remote, {state} | | {(remote.Bytes / 1024.0 / 1024).ToString("0.0", CultureInfo.InvariantCulture)} MiB on disk, {remote.Files} files |");

    private void Time(string what, int count, Action action)
    {
        Console.Error.WriteLine($"{Name}: {what}");
        var begin = Stopwatch.GetTimestamp();
        action();
        var total = Stopwatch.GetElapsedTime(begin);
        _lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {what} | {total.TotalMilliseconds / count:0.0} | {total.TotalSeconds:0.0} s |"));
        Console.Error.WriteLine(_lines[^1]);
    }
}
