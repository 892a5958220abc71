using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Setup;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay hooks install|uninstall|status --format json`. Changes only add members.</summary>
/// <param name="Changes">Only for install and uninstall: one entry for each examined file.</param>
/// <param name="Runtimes">One entry for each runtime.</param>
internal sealed record HooksJson(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<HookFileJson>? Changes,
    IReadOnlyList<HookRuntimeJson> Runtimes)
{
    public const string SchemaId = "coderelay/hooks/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    /// <param name="statuses">The state of the runtimes.</param>
    /// <param name="changes">The file changes, or null when none were possible.</param>
    public static HooksJson Of(IReadOnlyList<HookStatus> statuses, IReadOnlyList<FileChange>? changes = null) => new(
        changes?.Select(change => new HookFileJson(change.Path, HooksReport.Word(change.Kind))).ToArray(),
        [.. statuses.Select(HookRuntimeJson.Of)]);
}

/// <param name="File">Relative to the repository's root with '/', or a full path outside of it.</param>
/// <param name="Change">The change, or in a dry run the planned one.</param>
internal sealed record HookFileJson(string File, [AllowedValues("wrote", "merged", "kept", "removed")] string Change);

/// <param name="Id">Id of the runtime.</param>
/// <param name="Detected">True when its program is on PATH or its settings directory is here.</param>
/// <param name="Version">The version that its program prints, or null.</param>
/// <param name="Stop">What its hook can do at the end of a turn.</param>
/// <param name="SessionStart">True when its hook can add text at session start.</param>
/// <param name="PreCompact">True when it has an event before compaction.</param>
/// <param name="Project">The hooks in the repository's settings.</param>
/// <param name="User">The hooks in the user's own settings.</param>
/// <param name="Fires">Whether it would run the hooks; after-trust when a trust step is left to the user, which cannot be detected.</param>
/// <param name="Mcp">The registrations of the MCP server.</param>
/// <param name="Open">The user's remaining steps before the hooks run, and the runtime's limitations, one sentence each.</param>
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

/// <param name="Installed">True when CodeRelay's entries are there.</param>
/// <param name="File">Relative to the root, or a full path outside of it; null when the runtime has no such file or its place is unknown.</param>
internal sealed record HookLevelJson(bool Installed, string? File)
{
    public static HookLevelJson Of(HookLevelStatus level) => new(level.IsInstalled, level.File);
}
