using System.Globalization;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Freshness;

/// <summary>A date contradicts git or the calendar: "last updated" differs from the commit's day, or a deadline has passed.</summary>
internal sealed class RLY1005DateContradictsGit : Rule
{
    // Allows for a session over midnight and for different time zones.
    private const int ToleranceInDays = 2;

    public override RuleInfo Info { get; } = new("RLY1005", "date-contradicts-git", Severity.Warning, "a date contradicts git, or a deadline has passed")
    {
        NoFix = "a new date on an old text would be worse than the old date",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            foreach (var document in packet.Documents)
            {
                var states = DeclaredStates.Read(document);
                foreach (var state in states.Where(state => state.Kind == DeclaredStateKind.Deadline && state.Day < DateOnly.FromDateTime(context.Now.UtcDateTime)))
                    context.Report(this, document, state.Start, state.Start + state.Length, $"the deadline {Show(state.Day!.Value)} has passed; update the goal and the next steps");
                if (document == packet.Handoff)
                    CheckUpdated(document, states, context);
            }
        }
    }

    // A log of sessions has many dates; the newest one counts.
    private void CheckUpdated(Document handoff, IReadOnlyList<DeclaredState> states, RuleContext context)
    {
        if (states.Where(state => state.Kind == DeclaredStateKind.Updated).MaxBy(state => state.Day) is not { Day: { } day } state)
            return;
        var work = context.Evidence.Freshness.Since(handoff);
        if (work.IsEdited || work.IsBeyondHistory || work.LastChange is not { } last)
            return;
        var changed = DateOnly.FromDateTime(last.Time.UtcDateTime);
        if (Math.Abs(changed.DayNumber - day.DayNumber) > ToleranceInDays)
            context.Report(this, handoff, state.Start, state.Start + state.Length, $"the text is dated {Show(day)}, but it was last changed on {Show(changed)} (commit {last.ShortId} \"{last.Subject}\"); correct the date, or delete it, because git records it", [new EvidenceItem(EvidenceKind.Commit, last.ShortId, last.Subject)]);
    }

    private static string Show(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
