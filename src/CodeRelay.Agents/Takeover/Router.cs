using System.Globalization;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>
/// Decides whether to stay or to hand over. The default is to stay: a switch requires one of S1 to S5 and an accepted packet.
/// </summary>
internal static class Router
{
    // Rules of thumb: a session of that size was compacted more than once, one of that age no longer knows the repository.
    private const long OverloadedBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan StaleAfter = TimeSpan.FromDays(3);

    /// <param name="request">The question.</param>
    /// <param name="facts">The measurements.</param>
    /// <param name="now">The time from which ages count.</param>
    public static RouteDecision Decide(RouteRequest request, RouteFacts facts, DateTimeOffset now)
    {
        RouteVoice[] forSwitch = [.. ForSwitch(facts, now), .. Said(request, rule => rule.IsForSwitch)];
        RouteVoice[] halfDone = [.. HalfDone(facts)];
        var isSwitch = forSwitch.Length > 0 && halfDone.Length == 0;
        RouteVoice[] forResume = [.. ForResume(facts, forSwitch, now), .. halfDone, .. Said(request, rule => rule.IsForResume)];
        var voices = forSwitch.Concat(forResume).Concat(Said(request, rule => rule.NeverCounts)).DistinctBy(voice => (voice.Rule.Id, voice.Because)).OrderBy(Order).ToArray();
        return new RouteDecision(isSwitch, voices, Pattern(request, facts, forSwitch.Length > 0), Next(request, facts, isSwitch, forSwitch, voices), request, facts);
    }

    private static int Order(RouteVoice voice) => "SRN".IndexOf(voice.Rule.Id[0], StringComparison.Ordinal) * 10 + (voice.Rule.Id[1] - '0');

    private static IEnumerable<RouteVoice> Said(RouteRequest request, Func<SwitchRule, bool> which) =>
        request.Reasons.Where(reason => reason.Rule is { } rule && which(rule)).Select(reason => new RouteVoice(reason.Rule!, reason.Text.Length > 0 ? reason.Text : "it was said", IsMeasured: false));

    private static IEnumerable<RouteVoice> ForSwitch(RouteFacts facts, DateTimeOffset now)
    {
        var lane = facts.Lane ?? Lane.Execute;
        var assumed = facts.Lane is null ? " (what a packet without lane counts as)" : "";
        switch (lane, facts.Next)
        {
            case (Lane.Plan, Lane.Execute):
                yield return Measured("S1", "plan to execute");
                break;
            case (Lane.Execute, Lane.Audit):
                yield return Measured("S1", $"execute{assumed} to audit");
                yield return Measured("S3", "the audit reviews the work of the execute lane");
                break;
            case (Lane.Audit, Lane.Execute):
                yield return Measured("S3", "the auditor must not repair what it found");
                break;
            case (not Lane.Supervise, Lane.Supervise):
                yield return Measured("S5", "the next step is to decide which agent continues");
                break;
            case (Lane.Supervise, not (null or Lane.Supervise)):
                yield return Measured("S5", $"the supervisor hands the work to the {facts.Next.Value.Word()} lane");
                break;
        }

        var missing = facts.Needs.Where(need => need is { From: false, To: not false }).Select(need => need.Name).ToArray();
        if (missing.Length > 0)
            yield return Measured("S2", $"{string.Join(", ", missing)} {(missing.Length == 1 ? "is" : "are")} not there for {Name(facts.From)}");
        if (facts.Session is { } session && Overload(session, now) is { } overload)
            yield return Measured("S4", $"the session of {Name(facts.From)} {overload}");
    }

    private static string? Overload(SessionTrace session, DateTimeOffset now) =>
        session.Bytes >= OverloadedBytes ? $"has a transcript of {Size(session.Bytes)}"
        : now - session.LastWrite >= StaleAfter ? $"was last used {Days(now - session.LastWrite)} days ago"
        : null;

    private static IEnumerable<RouteVoice> HalfDone(RouteFacts facts)
    {
        if (facts.Operation is { } operation)
            yield return Measured("R4", $"a {operation} is in the middle");
        if (facts.Gate is null)
            yield return Measured("R4", "there is no packet, so the knowledge of this session would be lost");
        else if (!facts.Gate.IsAccepted)
            yield return Measured("R4", $"the packet is not ready{(facts.Gate.Open.Count > 0 ? $": {string.Join(", ", facts.Gate.Open)} open" : "")}{(facts.Uncommitted > 0 ? $", {Files(facts.Uncommitted)} uncommitted" : "")}");
    }

    private static IEnumerable<RouteVoice> ForResume(RouteFacts facts, RouteVoice[] forSwitch, DateTimeOffset now)
    {
        if (facts.Next is null || facts.Next == facts.Lane)
            yield return Measured("R1", facts.Lane is { } lane ? $"the next step is in the {lane.Word()} lane as well" : "no other lane was named");
        if (facts.Session is { } session && Overload(session, now) is null && facts.Gate is { } gate && forSwitch.Length == 0)
            yield return Measured("R2", $"{Name(facts.From)} has the context; another tool would start with {gate.Packet.Documents.Sum(document => document.Tokens):N0} tokens of packet, plus the files it names");
        var there = facts.Needs.Where(need => need.From == true).Select(need => need.Name).ToArray();
        if (there.Length > 0 && facts.Needs.All(need => need.From != false) && forSwitch.All(voice => voice.Rule.Id != "S2"))
            yield return Measured("R3", $"{string.Join(", ", there)} {(there.Length == 1 ? "is" : "are")} there");
        var lost = facts.Needs.Where(need => need is { From: not false, To: false }).Select(need => need.Name).ToArray();
        if (lost.Length > 0)
            yield return Measured("R3", $"{string.Join(", ", lost)} {(lost.Length == 1 ? "is" : "are")} missing for the other tool");
    }

    private static RoutePattern? Pattern(RouteRequest request, RouteFacts facts, bool hasReason) =>
        request.Pattern
        ?? (hasReason && facts.Gate?.IsAccepted == false ? RoutePattern.C
        : (facts.Lane, facts.Next) switch
        {
            (Lane.Plan, Lane.Execute) => RoutePattern.A,
            (null or Lane.Execute, null or Lane.Execute or Lane.Audit) => RoutePattern.B,
            _ => null,
        });

    private static string Next(RouteRequest request, RouteFacts facts, bool isSwitch, RouteVoice[] forSwitch, RouteVoice[] voices)
    {
        var takeover = $"coderelay takeover --to {request.To?.Id ?? "<runtime>"}{(facts.Next is { } next ? $" --lane {next.Word()}" : "")}";
        if (isSwitch)
            return takeover;
        if (forSwitch.Length == 0)
            return voices.Any(voice => voice.Rule.NeverCounts) ? "stay: the given reason never counts" : "stay; if one of S1 to S5 applies but cannot be measured, give it with --because";
        if (facts.Operation is { } operation)
            return $"finish the {operation}, then ask again";
        return facts.Gate is null ? "run `coderelay init`, and write what you know into the packet" : $"complete the packet first: `{takeover}` lists what is missing";
    }

    private static RouteVoice Measured(string id, string because) => new(SwitchRule.Of(id), because, IsMeasured: true);

    private static string Name(Receiver? receiver) => receiver?.Name ?? "the present tool";

    private static string Files(int count) => count == 1 ? "1 file" : $"{count:N0} files";

    private static string Size(long bytes) => $"{bytes / (1024.0 * 1024):0.0} MB";

    private static string Days(TimeSpan age) => Math.Floor(age.TotalDays).ToString(CultureInfo.InvariantCulture);
}
