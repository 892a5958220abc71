using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Reports;

/// <summary>The output of `coderelay route --format json`. Changes only add members.</summary>
/// <param name="Root">Full path of the repository, or of the directory when it is not in git.</param>
/// <param name="Head">Full object id of HEAD; null outside git and on a branch without commits.</param>
/// <param name="Branch">Short name of the branch; null outside git and when HEAD is detached.</param>
/// <param name="Shallow">True for a shallow clone, where age is unknown.</param>
/// <param name="Packet">The HANDOFF.md, relative to root; null when there is none.</param>
/// <param name="Verdict">Whether to stay or to hand over.</param>
/// <param name="Pattern">The matching healthy pattern: A planner, executor, reviewer apart; B one tool, switch only to audit; C a rejected packet goes back first.</param>
/// <param name="From">The current place of the work.</param>
/// <param name="To">The possible next place.</param>
/// <param name="Rules">The rules that decided, S before R before N.</param>
/// <param name="Next">The next action.</param>
/// <param name="Measured">The measurements.</param>
/// <param name="Recorded">Full paths of the files with the recorded decision; empty for a decision to stay.</param>
internal sealed record RouteJson(
    string Root,
    string? Head,
    string? Branch,
    bool Shallow,
    string? Packet,
    [AllowedValues("resume", "switch")] string Verdict,
    [AllowedValues("A", "B", "C")] string? Pattern,
    RoutePlaceJson From,
    RoutePlaceJson To,
    IReadOnlyList<RouteRuleJson> Rules,
    string Next,
    RouteFactsJson Measured,
    IReadOnlyList<string> Recorded)
{
    public const string SchemaId = "coderelay/route/1";

    [JsonPropertyOrder(-1), AllowedValues(SchemaId)]
    public string Schema => SchemaId;

    public static RouteJson Of(RouteReport report)
    {
        var (decision, repository) = (report.Decision, report.Repository);
        return new RouteJson(
            repository.Root,
            repository.Head?.Commit,
            repository.Head?.Branch,
            repository.IsShallow,
            report.Packet?.Handoff.Path,
            decision.IsSwitch ? "switch" : "resume",
            decision.Pattern?.ToString(),
            new RoutePlaceJson(decision.Facts.From?.Id, decision.Facts.Lane?.Word()),
            new RoutePlaceJson(decision.Request.To?.Id, decision.Facts.Next?.Word()),
            [.. decision.Voices.Select(voice => new RouteRuleJson(voice.Rule.Id, voice.Rule.Text, voice.Because, voice.IsMeasured))],
            decision.Next,
            RouteFactsJson.Of(report),
            report.Recorded);
    }
}

/// <param name="Runtime">Id of the runtime; null when unknown or not named.</param>
/// <param name="Lane">The lane; null when unknown.</param>
internal sealed record RoutePlaceJson(string? Runtime, [AllowedValues("plan", "execute", "audit", "supervise")] string? Lane);

/// <param name="Id">S1 to S5 favor a switch, R1 to R4 favor staying, N1 to N4 never count.</param>
/// <param name="Text">The rule.</param>
/// <param name="Because">The measurement, or the user's reason.</param>
/// <param name="Measured">False for a user's reason.</param>
internal sealed record RouteRuleJson([RegularExpression("^[SRN][1-5]$")] string Id, string Text, string Because, bool Measured);

/// <param name="Uncommitted">Files with uncommitted changes, without packet files.</param>
/// <param name="Operation">The unfinished operation: merge, rebase, cherry-pick, revert or bisect.</param>
/// <param name="Gate">The gate's verdict on the packet for the next lane; null without a packet.</param>
/// <param name="Open">The open items.</param>
/// <param name="PacketTokens">The tokens that the next session would read.</param>
/// <param name="Sessions">The newest transcript of each runtime here.</param>
/// <param name="Needs">The requirements of the next step.</param>
internal sealed record RouteFactsJson(
    int Uncommitted,
    string? Operation,
    [AllowedValues("accepted", "rejected")] string? Gate,
    IReadOnlyList<string> Open,
    int PacketTokens,
    IReadOnlyList<RouteSessionJson> Sessions,
    IReadOnlyList<RouteNeedJson> Needs)
{
    public static RouteFactsJson Of(RouteReport report) => new(
        report.Facts.Uncommitted,
        report.Facts.Operation,
        report.Facts.Gate is { } gate ? gate.IsAccepted ? TakeoverState.Accepted : TakeoverState.Rejected : null,
        report.Facts.Gate?.Open ?? [],
        report.PacketTokens,
        [.. report.Facts.Sessions.Select(session => new RouteSessionJson(session.Runtime, session.File, session.Bytes, session.LastWrite))],
        [.. report.Facts.Needs.Select(need => new RouteNeedJson(need.Name, need.From, need.To))]);
}

/// <param name="Runtime">Id.</param>
/// <param name="File">Full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="LastWrite">The last write time, UTC.</param>
internal sealed record RouteSessionJson(string Runtime, string File, long Bytes, DateTimeOffset LastWrite);

/// <param name="Name">A program, or mcp:server.</param>
/// <param name="From">True when the current tool has it; null when unknown.</param>
/// <param name="To">True when the other tool has it; null when unknown.</param>
internal sealed record RouteNeedJson(string Name, bool? From, bool? To);
