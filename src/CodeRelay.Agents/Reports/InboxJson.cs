using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.AgentOps;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.Reports;

/// <summary>
/// The output of `coderelay inbox list`, `show`, `take` and `search` with `--format json`: show and take of one handoff have the item's
/// members beside schema and recipient; list, take --all and an empty take have items. Changes only add members.
/// </summary>
/// <param name="Recipient">The name of the asking worktree.</param>
/// <param name="Items">The handoffs.</param>
/// <param name="Artifacts">The number of AgentOps artifacts waiting in .agents/handoff; only for list, and only above 0.</param>
internal sealed record InboxJson(
    string Recipient,
    IReadOnlyList<InboxItemJson> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)][Range(1, int.MaxValue)] int? Artifacts)
{
    public const string SchemaId = "coderelay/inbox/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static InboxJson Of(Inbox inbox, IEnumerable<SurveyedHandoff> handoffs, WorktreeFacts now, int artifacts = 0) =>
        new(inbox.Own.Recipient, [.. handoffs.Select(handoff => InboxItemJson.Of(handoff, now, withBody: false))], artifacts > 0 ? artifacts : null);

    /// <summary>The output of `take`.</summary>
    public static InboxJson WithBodies(Inbox inbox, IEnumerable<HandoffFile> handoffs, WorktreeFacts now) =>
        new(inbox.Own.Recipient, [.. handoffs.Select(file => InboxItemJson.Of(new SurveyedHandoff(file, IsOrphaned: false), now, withBody: true))], Artifacts: null);

    public static InboxJson Empty(string recipient) => new(recipient, [], Artifacts: null);
}

/// <param name="Id">File name.</param>
/// <param name="State">Whether it is unread, leased by a reader, or read.</param>
/// <param name="File">Full path.</param>
/// <param name="Name">The subject in one line.</param>
/// <param name="Description">One more sentence.</param>
/// <param name="From">The writing worktree.</param>
/// <param name="To">The recipient.</param>
/// <param name="Created">The time in the front matter.</param>
/// <param name="ReceivedAt">The time of receipt.</param>
/// <param name="Branch">The writer's branch.</param>
/// <param name="Head">The writer's commit.</param>
/// <param name="Topic">A word or two.</param>
/// <param name="Sentinel">The token that the receiver repeats to confirm receipt.</param>
/// <param name="Drift">The differences between then and now.</param>
/// <param name="Malformed">True when its front matter could not be read.</param>
/// <param name="Orphaned">Only with --all: true when no worktree of the recipient's name exists.</param>
/// <param name="ClaimedSeconds">The age of a reader's lease, in seconds.</param>
/// <param name="Body">Only for take and show.</param>
internal sealed record InboxItemJson(
    string Id,
    [AllowedValues("unread", "claimed", "read")] string State,
    string File,
    string? Name,
    string? Description,
    string? From,
    string To,
    string? Created,
    [property: JsonPropertyName("received_at")] string? ReceivedAt,
    string? Branch,
    string? Head,
    string? Topic,
    [RegularExpression("^hs-[a-z2-9]{10}$")] string Sentinel,
    [AllowedValues("branch", "head")] IReadOnlyList<string> Drift,
    bool Malformed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Orphaned,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("claimed_seconds")] long? ClaimedSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Body)
{
    public static InboxItemJson Of(HandoffFile file, WorktreeFacts now) => Of(new SurveyedHandoff(file, IsOrphaned: false), now, withBody: false);

    public static InboxItemJson Of(SurveyedHandoff handoff, WorktreeFacts now, bool withBody)
    {
        var file = handoff.File;
        var state = file.State switch { HandoffState.Unread => "unread", HandoffState.Leased => "claimed", _ => "read" };
        var item = Of(file.Id, state, file.Path, file.TryReadText() ?? new HandoffText([]), file.Place.Recipient, now, withBody);
        return item with { Orphaned = handoff.IsOrphaned, ClaimedSeconds = file.LeasedFor is { } age ? Math.Max(0, (long)age.TotalSeconds) : null };
    }

    /// <summary>A taken artifact.</summary>
    public static InboxItemJson Of(ArtifactDelivery delivery, string recipient, WorktreeFacts now) =>
        Of(delivery.Id, "claimed", delivery.LeasedPath, delivery.Text, recipient, now, withBody: true);

    private static InboxItemJson Of(string id, string state, string path, HandoffText text, string recipient, WorktreeFacts now, bool withBody) => new(
        id,
        state,
        path,
        text["name"],
        text["description"],
        text["from"],
        text["to"] ?? recipient,
        text["created"],
        text["received_at"],
        text["branch"],
        text["head"],
        text["topic"],
        text.Sentinel,
        [.. CodeRelay.Agents.Handoffs.Drift.Of(text, now).Names],
        text.IsMalformed,
        Orphaned: false,
        ClaimedSeconds: null,
        withBody ? text.Body : null);
}

/// <inheritdoc cref="InboxItemJson"/>
/// <param name="Recipient">The name of the asking worktree.</param>
internal sealed record InboxMessageJson(
    string Recipient,
    string Id,
    [AllowedValues("unread", "claimed", "read")] string State,
    string File,
    string? Name,
    string? Description,
    string? From,
    string To,
    string? Created,
    [property: JsonPropertyName("received_at")] string? ReceivedAt,
    string? Branch,
    string? Head,
    string? Topic,
    [RegularExpression("^hs-[a-z2-9]{10}$")] string Sentinel,
    [AllowedValues("branch", "head")] IReadOnlyList<string> Drift,
    bool Malformed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Orphaned,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("claimed_seconds")] long? ClaimedSeconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Body)
{
    [JsonPropertyOrder(-1), AllowedValues(InboxJson.SchemaId)]
    public string Schema => InboxJson.SchemaId;

    public static InboxMessageJson Of(string recipient, InboxItemJson item) => new(
        recipient, item.Id, item.State, item.File, item.Name, item.Description, item.From, item.To, item.Created, item.ReceivedAt, item.Branch, item.Head, item.Topic, item.Sentinel, item.Drift, item.Malformed, item.Orphaned, item.ClaimedSeconds, item.Body);
}
