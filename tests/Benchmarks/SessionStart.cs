using System.Globalization;

namespace CodeRelay.Benchmarks;

/// <summary>What a session's start waits for the inbox: with nothing in it, beside the reader of agent-handoff where a clone of it can be had.</summary>
internal sealed class EmptyInbox : Benchmark
{
    // One start is too short to be measured from here.
    private const int Starts = 20;

    public override string Name => "empty-inbox";

    public override string Title => $"{Starts} session starts with an empty inbox, no packet";

    public override string Budget => "a third of the original's time";

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var inbox = new WaitingInbox(workplace, count: 0, lines: 0);
        const string Loop = "i=0; while [ $i -lt 20 ]; do \"$@\" < /dev/null > /dev/null || exit 9; i=$((i + 1)); done";
        return [.. inbox.Readers().Select(reader => reader with { Program = "sh", Arguments = ["-c", Loop, "sh", reader.Program, .. reader.Arguments] })];
    }
}

/// <summary>Session starts until nothing waits, from 100 handoffs on. How many starts that takes depends on how many fit under the limit of one.</summary>
internal sealed class HundredWaiting(string name, int lines) : Benchmark
{
    public override string Name => name;

    public override string Title => $"session starts until none of 100 waiting handoffs of {lines} lines is unread";

    public override string Budget => "a twentieth of the original's time";

    public override int Rounds => 5;

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var inbox = new WaitingInbox(workplace, count: 100, lines);
        // Without a process of its own, which would cost as much as a start.
        var loop = $"waits() {{ for f in '{inbox.Unread}'/*.md; do [ -e \"$f\" ]; return; done; }}; while waits; do \"$@\" < /dev/null > /dev/null || exit 9; done";
        return
        [
            .. inbox.Readers().Select(reader => reader with { Program = "sh", Arguments = ["-c", loop, "sh", reader.Program, .. reader.Arguments], Reset = inbox.Fill }),
            // The original shows all of them in one call, whatever their length; this does as well.
            inbox.Ours("coderelay inbox take --all", "inbox", "take", "--all") with { Reset = inbox.Fill },
        ];
    }
}

/// <summary>A repository with handoffs that wait, and the programs that read them.</summary>
internal sealed class WaitingInbox
{
    private readonly TemporaryDirectory _workplace;
    private readonly string _repository;
    private readonly int _count;
    private readonly int _lines;

    public WaitingInbox(TemporaryDirectory workplace, int count, int lines)
    {
        (_workplace, _count, _lines) = (workplace, count, lines);
        _repository = GeneratedHistory.Write(Path.Combine(workplace.Path, "app"), commits: 50);
        File.Delete(Path.Combine(_repository, "HANDOFF.md"));
        Fill();
    }

    public string Unread => Path.Combine(_workplace.Path, "inbox", CodeRelay.Agents.Handoffs.InboxPlace.Of("/", _repository).Slug, "app", "unread");

    /// <summary>Puts the handoffs into the inbox.</summary>
    public void Fill()
    {
        var root = Path.Combine(_workplace.Path, "inbox");
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
        Directory.CreateDirectory(Unread);
        for (var i = 0; i < _count; i++)
            File.WriteAllText(Path.Combine(Unread, string.Create(CultureInfo.InvariantCulture, $"20260601T09{i / 60:00}{i % 60:00}Z-from-app-login.md")), Text(i));
    }

    /// <summary>The original first, where it can be had, so that ratios are against it.</summary>
    public IEnumerable<Contender> Readers()
    {
        if (OriginalReader() is { } original)
            yield return new Contender("agent-handoff, its hook for Claude Code", "bash", [original], _repository) { Environment = Variables };
        yield return Ours("coderelay hook session-start", "hook", "session-start", "--runtime", "claude-code");
    }

    /// <summary>A call of our command in the repository.</summary>
    public Contender Ours(string name, params string[] arguments) => new(name, Command.Native, arguments, _repository) { Environment = Variables };

    private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = Path.Combine(_workplace.Path, "inbox"), ["CLAUDE_PROJECT_DIR"] = _repository, ["CODERELAY_DISABLED"] = null };

    private string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"---\nname: Login retry {number}\ndescription: callback fixed, expiry test missing\nfrom: app\nto: app\ncreated: 2026-06-01T09:00:00Z\nbranch: main\nhead: 1a2b3c4\ndirty_files_count: 2\nsession_tool: claude-code\n---\n\n# Handoff\n\n## Immediate next action\n") + string.Concat(Enumerable.Range(1, _lines).Select(i => $"{i}. Look at what the callback does with state {i}.\n"));

    // Its code is not part of this project: a clone of the user's, or none.
    private static string? OriginalReader()
    {
        var script = Path.Combine(Environment.GetEnvironmentVariable("AGENT_HANDOFF_CLONE") ?? Path.Combine(Checkout.Root, "artifacts", "peers", "agent-handoff"), "adapters", "claude-code", "hooks", "surface-handoffs.sh");
        if (File.Exists(script))
            return script;
        Console.Error.WriteLine("AGENT_HANDOFF_CLONE names no clone of zzyyfff/agent-handoff: the original is left out");
        return null;
    }
}
