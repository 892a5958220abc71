using System.Globalization;
using System.Text.Json.Nodes;
using CodeRelay.Agents.Hooks;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Files;

namespace CodeRelay.Tests.Agents.Hooks;

/// <summary>A repository with a packet and the calls that a runtime would make in it.</summary>
internal sealed class AgentSession : IDisposable
{
    /// <summary>A packet that answers the five questions.</summary>
    public const string Handoff = "# Handoff\n\n## Current Goal\n\nShip the importer.\n\n## In Progress\n\nParser of dates.\n\n## Next 3 Steps\n\n1. Finish `src/a.cs`.\n\n## Important Files\n\n- `src/a.cs`\n\n## Blockers\n\nNone.\n";

    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH") };
    private readonly bool _isGuest;

    public AgentSession(AgentRuntime runtime, string? name = null, bool git = true)
    {
        Runtime = runtime;
        Home = new TemporaryDirectory("home");
        Directory = git ? new TemporaryRepository(name) : new TemporaryDirectory(name);
        Directory.Write("HANDOFF.md", Handoff);
        Directory.Write("src/a.cs", "one\n");
        if (git)
            Repository.Commit("begin");
        Age("HANDOFF.md", seconds: 3600);
        Age("src/a.cs", seconds: 3600);
    }

    private AgentSession(AgentSession other, AgentRuntime runtime) => (Runtime, Directory, Home, _variables, _isGuest) = (runtime, other.Directory, other.Home, other._variables, true);

    public AgentRuntime Runtime { get; }

    public TemporaryDirectory Directory { get; }

    public TemporaryRepository Repository => (TemporaryRepository)Directory;

    public TemporaryDirectory Home { get; }

    public string Id { get; set; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>The same session, called by a hook line that names another runtime.</summary>
    public AgentSession As(string id) => new(this, RuntimeCatalog.All.Single(runtime => runtime.Id == id));

    public void Set(string variable, string value) => _variables[variable] = value;

    /// <summary>Moves a file's time into the past, as if it had been written then.</summary>
    public void Age(string path, double seconds) => File.SetLastWriteTimeUtc(Path.Combine(Directory.Path, path), DateTime.UtcNow.AddSeconds(-seconds));

    public HookAnswer Start(string source = "startup") => Call(HookEvent.SessionStart, Payload("SessionStart", new JsonObject { ["source"] = source }));

    public HookAnswer Stop(JsonObject? more = null) => Call(HookEvent.Stop, Payload("Stop", more ?? new JsonObject { ["stop_hook_active"] = false }));

    public HookAnswer Call(HookEvent hookEvent, string input, bool asRewake = false) =>
        HookRunner.Run(Runtime, hookEvent, System.Text.Encoding.UTF8.GetBytes(input), Directory.Path, new UserEnvironment(Home.Path, name => _variables.GetValueOrDefault(name)), asRewake);

    /// <summary>The JSON as the runtime sends it, with what else belongs to the event.</summary>
    public string Payload(string name, JsonObject more)
    {
        var payload = new JsonObject
        {
            ["session_id"] = Id,
            ["transcript_path"] = "/home/dev/transcript.jsonl",
            ["cwd"] = Directory.Path,
            ["permission_mode"] = "default",
            ["hook_event_name"] = name,
        };
        foreach (var (key, value) in more)
            payload[key] = value?.DeepClone();
        return payload.ToJsonString();
    }

    /// <summary>The reason of a block, in whatever form the runtime takes it; the forms themselves are recorded in Payloads.</summary>
    public static string ReasonOf(HookAnswer answer)
    {
        var reason = answer.ExitCode == 0 ? JsonNode.Parse(answer.Output) is var json && json!["hookSpecificOutput"] is { } inside ? (string?)inside["reason"] : (string?)json["reason"] : answer.Error.TrimEnd('\n');
        Assert.Equal(answer.ExitCode == 0, answer.Error.Length == 0);
        Assert.InRange(reason!.Length, 1, 1000);
        return reason;
    }

    public void Dispose()
    {
        if (_isGuest)
            return;
        Directory.Dispose();
        Home.Dispose();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Runtime.Id} in {Directory.Path}");
}
