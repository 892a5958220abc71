using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Git;

namespace CodeRelay.Benchmarks;

/// <summary>A bare repository and a clone of it; counts who got what.</summary>
internal sealed class SimulatedRemote : IDisposable
{
    private const int AtOnce = 100;
    private const int SendAtOnce = 500;
    private const int ContentLength = 2000;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly string _host;
    private readonly Repository _clone;
    private readonly RemoteInbox _inbox;
    private readonly ConcurrentDictionary<string, int> _won = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<RemoteLease> _leases = [];
    private int _unknown;
    private int _beaten;

    public SimulatedRemote(TemporaryDirectory workplace)
    {
        _host = Path.Combine(workplace.Path, "host.git");
        Run(workplace.Path, "init", "--quiet", "--bare", "host.git");
        Run(workplace.Path, "init", "--quiet", "clone");
        var clone = Path.Combine(workplace.Path, "clone");
        Run(clone, "remote", "add", "origin", _host);
        // A disk that confirms each of ten thousand refs would be measured instead of the protocol.
        Git("config", "core.fsync", "none");
        _clone = Repository.Discover(clone);
        _inbox = Connect();
    }

    public int Sent { get; private set; }

    public int Won => _won.Count;

    public int Twice => _won.Values.Count(times => times > 1);

    public int Unknown => _unknown;

    public int Beaten => _beaten;

    public int Refs => Git("for-each-ref").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    public long Bytes => AllFiles.Sum(file => (file.Length + 4095) / 4096 * 4096);

    public int Files => AllFiles.Count();

    /// <summary>What this git says when asked for the other ref backend.</summary>
    public string Reftable
    {
        get
        {
            var result = ProcessRunner.Run("git", ["init", "--quiet", "--bare", "--ref-format=reftable", "reftable.git"], Path.GetDirectoryName(_host)!);
            return result.ExitCode == 0 ? "there" : $"not in {Git("version")}";
        }
    }

    private IEnumerable<FileInfo> AllFiles => new DirectoryInfo(_host).EnumerateFiles("*", SearchOption.AllDirectories);

    public static string Recipient(int number) => string.Create(CultureInfo.InvariantCulture, $"agent-{number:0000}");

    public string Git(params string[] arguments) => Run(_host, arguments);

    /// <summary>Sends until so many were sent, in turns to the recipients.</summary>
    public void Fill(int total, int recipients)
    {
        foreach (var batch in Enumerable.Range(Sent, total - Sent).Chunk(SendAtOnce))
        {
            _inbox.Send([.. batch.Select(number => new OutgoingHandoff(Recipient(number % recipients), string.Create(CultureInfo.InvariantCulture, $"20260601T{number / 3600 % 24:00}{number / 60 % 60:00}{number % 60:00}Z-from-agent-{number}.md"), Content(number)))]);
            Sent += batch.Length;
        }
    }

    public IReadOnlyList<RemoteHandoff> Waiting(int most) => [.. _inbox.List().Take(most)];

    public void ReadOf(string recipient)
    {
        using var inbox = Connect();
        inbox.Read(inbox.List(recipient));
    }

    public void TakeOf(string recipient, int most)
    {
        using var inbox = Connect();
        Take(inbox, [.. inbox.List(recipient).Take(most)]).ForEach(_leases.Add);
    }

    public void Take(IReadOnlyCollection<RemoteHandoff> handoffs)
    {
        using var inbox = Connect();
        Take(inbox, handoffs).ForEach(_leases.Add);
    }

    /// <summary>Every taker wants everything, each from another place on, until nothing is left.</summary>
    public void TakeAll(int takers)
    {
        Thread[] threads = [.. Enumerable.Range(0, takers).Select(number => new Thread(() => TakeAll(number, takers)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    public int Unsettled => _leases.Count;

    public void Settle() => _inbox.Settle([.. _leases]);

    public void Dispose() => _inbox.Dispose();

    private void TakeAll(int number, int takers)
    {
        using var inbox = Connect();
        for (var waiting = inbox.List(); waiting.Count > 0; waiting = inbox.List())
        {
            var first = number * waiting.Count / takers;
            inbox.Settle(Take(inbox, [.. waiting.Skip(first).Concat(waiting.Take(first)).Take(AtOnce)]));
        }
    }

    private List<RemoteLease> Take(RemoteInbox inbox, IReadOnlyCollection<RemoteHandoff> handoffs)
    {
        var leases = new List<RemoteLease>();
        foreach (var take in inbox.Take(handoffs, static (_, _) => { }))
        {
            if (take.Outcome == TakeOutcome.Won)
            {
                _won.AddOrUpdate(take.Lease.Handoff.ObjectId, 1, static (_, times) => times + 1);
                leases.Add(take.Lease);
            }
            else if (take.Outcome == TakeOutcome.Lost)
            {
                Interlocked.Increment(ref _beaten);
            }
            else if (take.Outcome == TakeOutcome.Unknown)
            {
                Interlocked.Increment(ref _unknown);
            }
        }

        return leases;
    }

    private RemoteInbox Connect() => new(_clone, "origin", Limit);

    // Text that does not shrink to nothing: what agents write is about half as long compressed.
    private static byte[] Content(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"---\nname: Handoff {number}\n---\n\n## Immediate next action\n"));
        while (text.Length < ContentLength)
            text.Append(CultureInfo.InvariantCulture, $"word{random.Next(5000)} ");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Run(string directory, params string[] arguments)
    {
        var result = ProcessRunner.Run("git", arguments, directory);
        return result.ExitCode == 0 ? result.Output.Trim() : throw new InvalidOperationException(result.Error);
    }
}
