using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Setup;

namespace CodeRelay.Agents.Reports;

/// <summary>What `coderelay hooks install|uninstall|status --format json` writes. Changes only add members.</summary>
/// <param name="Changes">Only of install and uninstall: one entry for each file that was looked at.</param>
/// <param name="Runtimes">One entry for each runtime.</param>
internal sealed record HooksJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HookFileJson>? Changes,
    IReadOnlyList<HookRuntimeJson> Runtimes)
{
    public const string SchemaId = "coderelay/hooks/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    /// <param name="statuses">How the runtimes stand.</param>
    /// <param name="changes">What was done to files, or null where nothing could be.</param>
    public static HooksJson Of(IReadOnlyList<HookStatus> statuses, IReadOnlyList<FileChange>? changes = null) => new(
        changes?.Select(change => new HookFileJson(change.Path, HooksReport.Word(change.Kind))).ToArray(),
        [.. statuses.Select(HookRuntimeJson.Of)]);
}

/// <param name="File">Relative to the repository's root with '/', or a full path outside of it.</param>
/// <param name="Change">What happened to it, or would happen in a dry run.</param>
internal sealed record HookFileJson(string File, [AllowedValues("wrote", "merged", "kept", "removed")] string Change);

/// <param name="Id">Id of the runtime.</param>
/// <param name="Detected">True when its program is on PATH or its settings directory is here.</param>
/// <param name="Version">What its program says, or null without one.</param>
/// <param name="Stop">What its hook can do at the end of a turn.</param>
/// <param name="SessionStart">Whether its hook can tell the agent something at the start.</param>
/// <param name="PreCompact">Whether it has an event before compaction.</param>
/// <param name="Project">The hooks in the repository's settings.</param>
/// <param name="User">The hooks in the user's own settings.</param>
/// <param name="Fires">Whether it would run our hooks; after-trust when a step of trust is left to the user, which cannot be seen from here.</param>
/// <param name="Mcp">Where the MCP server is registered.</param>
/// <param name="Open">What the user still has to do before the hooks run, and what the runtime cannot do, one sentence each.</param>
internal sealed record HookRuntimeJson(
    string Id,
    bool Detected,
    string? Version,
    [AllowedValues("block", "follow-up", "none")] string Stop,
    [AllowedValues("inject", "none")] string SessionStart,
    [AllowedValues("yes", "none")] string PreCompact,
    HookLevelJson Project,
    HookLevelJson User,
    [AllowedValues("yes", "after-trust", "no")] string Fires,
    HookServersJson Mcp,
    IReadOnlyList<string> Open)
{
    public static HookRuntimeJson Of(HookStatus status)
    {
        var capabilities = status.Runtime.Capabilities;
        return new HookRuntimeJson(
            status.Runtime.Id,
            status.IsDetected,
            status.Version,
            HooksReport.StopWord(capabilities),
            HooksReport.StartWord(capabilities),
            HooksReport.CompactWord(capabilities),
            HookLevelJson.Of(status.Project),
            HookLevelJson.Of(status.User),
            HooksReport.Word(status.Readiness),
            new HookServersJson(HookLevelJson.Of(status.ProjectServer), HookLevelJson.Of(status.UserServer)),
            status.Open);
    }
}

/// <param name="Project">In the repository's settings.</param>
/// <param name="User">In the user's own settings.</param>
internal sealed record HookServersJson(HookLevelJson Project, HookLevelJson User);

/// <param name="Installed">True when something of ours is there.</param>
/// <param name="File">Relative to the root, or a full path outside of it; null when the runtime has no such file, or where it is cannot be known.</param>
internal sealed record HookLevelJson(bool Installed, string? File)
{
    public static HookLevelJson Of(HookLevelStatus level) => new(level.IsInstalled, level.File);
}
