using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Documents;
using CodeRelay.Formats;
using CodeRelay.Packets;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay status --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="Head">Full object id of HEAD; null outside git and on a branch without commits.</param>
/// <param name="Branch">Short name of the branch; null outside git and when HEAD is detached.</param>
/// <param name="Shallow">True for a shallow clone, where age is unknown.</param>
/// <param name="Uncommitted">Files with uncommitted changes.</param>
/// <param name="Packets">One entry for each packet.</param>
/// <param name="Hooks">The runtimes in use here.</param>
/// <param name="Summary">Totals.</param>
internal sealed record StatusJson(
    string Root, string? Head, string? Branch, bool Shallow, int Uncommitted, IReadOnlyList<PacketStatusJson> Packets, IReadOnlyList<RuntimeHooksJson> Hooks, SummaryJson Summary)
{
    public const string SchemaId = "coderelay/status/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static StatusJson Of(StatusReport report)
    {
        var repository = report.Repository;
        return new StatusJson(
            repository.Root,
            repository.Head?.Commit,
            repository.Head?.Branch,
            repository.IsShallow,
            repository.WorkingTree.Changes.Count,
            [.. report.Packets.Select(PacketStatusJson.Of)],
            [.. report.Hooks.Select(hooks => new RuntimeHooksJson(hooks.Id, hooks.Project, hooks.User))],
            SummaryJson.Of(report.Result));
    }
}

/// <summary>A packet: the files beside one HANDOFF.md.</summary>
/// <param name="Directory">Relative to root; empty at the root.</param>
/// <param name="Profile">Five questions or nine items.</param>
/// <param name="Files">The packet's files.</param>
/// <param name="LastChange">The last commit that touched HANDOFF.md; null when none did.</param>
/// <param name="LastChangeTime">The time of that commit.</param>
/// <param name="CommitsSince">Commits after it; 500 means that many or more.</param>
/// <param name="Edited">True when HANDOFF.md has uncommitted changes.</param>
/// <param name="Takeover">The last verdict of `coderelay takeover` on the packet's current content; null without one since the last change.</param>
/// <param name="TakeoverReasons">The reasons of a rejection, one line each.</param>
/// <param name="Tasks">Check boxes of TASKS.md, or of HANDOFF.md where there is none.</param>
internal sealed record PacketStatusJson(
    string Directory,
    [AllowedValues("relay", "contract")] string Profile,
    IReadOnlyList<PacketFileJson> Files,
    string? LastChange,
    [DataType(DataType.DateTime)] string? LastChangeTime,
    int CommitsSince,
    bool Edited,
    [AllowedValues("accepted", "rejected", "forced")] string? Takeover,
    IReadOnlyList<string> TakeoverReasons,
    TaskCountsJson Tasks)
{
    public static PacketStatusJson Of(PacketStatus status) => new(
        status.Packet.Directory,
        Word(status.Packet.Profile),
        [.. status.Packet.Documents.Select(document => new PacketFileJson(document.Path, document.Text.LineCount, document.Tokens))],
        status.LastChange?.Id,
        status.LastChange is { } change ? TimeWord.Of(change.Time) : null,
        status.CommitsSince,
        status.IsEdited,
        status.Takeover?.State,
        status.Takeover?.Reasons ?? [],
        TaskCountsJson.Of(status.Tasks));

    /// <summary>The name of a profile.</summary>
    public static string Word(Profile profile) => profile == CodeRelay.Packets.Profile.Contract ? "contract" : "relay";
}

/// <param name="File">Relative to root, with '/'.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Tokens">Estimated tokens.</param>
internal sealed record PacketFileJson(string File, int Lines, int Tokens);

/// <param name="Open">[ ]</param>
/// <param name="InProgress">[-]</param>
/// <param name="Done">[x]</param>
/// <param name="Blocked">[~]</param>
internal sealed record TaskCountsJson(int Open, int InProgress, int Done, int Blocked)
{
    public static TaskCountsJson Of(IReadOnlyDictionary<CheckBox, int>? tasks) => new(
        tasks?.GetValueOrDefault(CheckBox.Open) ?? 0,
        tasks?.GetValueOrDefault(CheckBox.InProgress) ?? 0,
        tasks?.GetValueOrDefault(CheckBox.Done) ?? 0,
        tasks?.GetValueOrDefault(CheckBox.Blocked) ?? 0);
}

/// <param name="Runtime">Id of the runtime.</param>
/// <param name="Project">The repository's settings contain CodeRelay's hooks.</param>
/// <param name="User">The user's settings contain CodeRelay's hooks.</param>
internal sealed record RuntimeHooksJson(string Runtime, bool Project, bool User);
