using System.Globalization;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Takeover;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>A route decision as text.</summary>
internal static class RouteText
{
    public static void Write(RouteReport report, DateTimeOffset now)
    {
        WriteText(report, Terminal.Output, new AnsiStyle(Terminal.LayOut().UseColour), now);
        Terminal.Flush();
        foreach (var path in report.Recorded)
            Terminal.Error.WriteLine($"recorded in {path}");
    }

    private static void WriteText(RouteReport report, TextWriter output, AnsiStyle style, DateTimeOffset now)
    {
        var (decision, packet, facts) = (report.Decision, report.Packet, report.Facts);
        void Line(string label, string text) => output.WriteLine($"{style.Faint(label.PadRight(8))} {text}");

        output.WriteLine($"{style.Bold(decision.IsSwitch ? "switch" : "resume")}{(decision.IsSwitch ? $": from {Place(facts.From, facts.Lane)} to {Place(decision.Request.To, facts.Next ?? facts.Lane)}" : $": stay with {Place(facts.From, facts.Lane)}")}{(decision.Pattern is { } pattern ? $" (pattern {pattern})" : "")}");
        foreach (var voice in decision.Voices)
            Line(voice.Rule.IsForSwitch ? "switch" : voice.Rule.IsForResume ? "stay" : "never", $"{voice.Rule.Id} {voice.Rule.Text}: {VisibleText.OfLine(voice.Because)}");
        output.WriteLine();
        if (packet is not null && facts.Gate is { } gate)
            Line("packet", $"{VisibleText.OfLine(packet.Handoff.Path)}, {(gate.IsAccepted ? "ready" : $"not ready, {EnumNames.Count(gate.Problems.Count, "fault")}")}{(gate.Lane is { } lane ? $" for the {lane.Word()} lane" : "")}, {EnumNames.Count(report.PacketTokens, "token")}");
        Line("tree", $"{(facts.Uncommitted == 0 ? "clean" : EnumNames.Count(facts.Uncommitted, "uncommitted file"))}{(facts.Operation is { } operation ? $", a {operation} is in the middle" : "")}");
        foreach (var session in facts.Sessions)
            Line("session", $"{session.Runtime}: {(session.Bytes / 1024.0).ToString("N0", CultureInfo.InvariantCulture)} KB, last written {Age(now - session.LastWrite)}");
        if (facts.Needs.Count > 0)
            Line("needs", string.Join(", ", facts.Needs.Select(need => $"{VisibleText.OfLine(need.Name)} {Presence(need)}")));
        Line("next", decision.Next);
    }

    private static string Place(Receiver? tool, Lane? lane) => $"{tool?.Name ?? "the present tool"}{(lane is { } known ? $" in the {known.Word()} lane" : "")}";

    private static string Presence(Need need) => (need.From, need.To) switch
    {
        (true, true) or (true, null) => "(there)",
        (false, false) or (false, null) => "(missing)",
        (true, false) => "(here only)",
        (false, true) => "(there only)",
        (null, true) => "(there)",
        (null, false) => "(missing)",
        _ => "(not known)",
    };

    private static string Age(TimeSpan age) => age.TotalDays >= 2 ? $"{Math.Floor(age.TotalDays):0} days ago" : age.TotalHours >= 2 ? $"{Math.Floor(age.TotalHours):0} hours ago" : age.TotalMinutes >= 2 ? $"{Math.Floor(age.TotalMinutes):0} minutes ago" : "just now";
}
