using System.Text.Json;
using CodeRelay.Formats;
using CodeRelay.Runtimes;
using CodeRelay.Runtimes.Settings;
using CodeRelay.Workspace;

namespace CodeRelay.Cli;

/// <summary>`coderelay/hooks/1`: what the verbs of `hooks` tell scripts.</summary>
internal static class HooksReport
{
    /// <summary>Looks at the runtimes at the same time: each may have to be asked for its version.</summary>
    public static IReadOnlyList<HookStatus> Read(Repository repository, IReadOnlyList<AgentRuntime> runtimes) =>
        Task.WhenAll(runtimes.Select(runtime => Task.Run(() => HookStatus.Read(runtime, repository)))).GetAwaiter().GetResult();

    /// <param name="json">Where to.</param>
    /// <param name="statuses">How the runtimes stand.</param>
    /// <param name="changes">What was done to files, or null where nothing could be.</param>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<HookStatus> statuses, IReadOnlyList<FileChange>? changes = null)
    {
        json.WriteStartObject();
        json.WriteString("schema", "coderelay/hooks/1");
        if (changes is not null)
            WriteChanges(json, changes);
        json.WriteStartArray("runtimes");
        foreach (var status in statuses)
            WriteStatus(json, status);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The word for what happened to a file.</summary>
    public static string Word(FileChangeKind kind) => kind switch
    {
        FileChangeKind.Wrote => "wrote",
        FileChangeKind.Merged => "merged",
        FileChangeKind.Removed => "removed",
        _ => "kept",
    };

    /// <summary>The word for whether the hooks would run.</summary>
    public static string Word(HookReadiness readiness) => readiness switch
    {
        HookReadiness.Yes => "yes",
        HookReadiness.AfterTrust => "after-trust",
        _ => "no",
    };

    /// <summary>The word for what a hook can do at the end of a turn.</summary>
    public static string StopWord(HookCapabilities capabilities) => capabilities.Stop switch { StopPower.Block => "block", StopPower.FollowUp => "follow-up", _ => "none" };

    /// <summary>The word for what a hook can do at the start of a session.</summary>
    public static string StartWord(HookCapabilities capabilities) => capabilities.InjectsAtSessionStart ? "inject" : "none";

    /// <summary>The word for whether there is an event before a compaction.</summary>
    public static string CompactWord(HookCapabilities capabilities) => capabilities.HasPreCompact ? "yes" : "none";

    private static void WriteChanges(Utf8JsonWriter json, IReadOnlyList<FileChange> changes)
    {
        json.WriteStartArray("changes");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("file", change.Path);
            json.WriteString("change", Word(change.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStatus(Utf8JsonWriter json, HookStatus status)
    {
        var capabilities = status.Runtime.Capabilities;
        json.WriteStartObject();
        json.WriteString("id", status.Runtime.Id);
        json.WriteBoolean("detected", status.IsDetected);
        json.WriteStringOrNull("version", status.Version);
        json.WriteString("stop", StopWord(capabilities));
        json.WriteString("sessionStart", StartWord(capabilities));
        json.WriteString("preCompact", CompactWord(capabilities));
        WriteLevel(json, "project", status.Project);
        WriteLevel(json, "user", status.User);
        json.WriteString("fires", Word(status.Readiness));
        json.WriteStartObject("mcp");
        WriteLevel(json, "project", status.ProjectServer);
        WriteLevel(json, "user", status.UserServer);
        json.WriteEndObject();
        json.WriteStartArray("open");
        foreach (var step in status.Open)
            json.WriteStringValue(step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, string name, HookLevelStatus level)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("installed", level.IsInstalled);
        json.WriteStringOrNull("file", level.File);
        json.WriteEndObject();
    }
}
