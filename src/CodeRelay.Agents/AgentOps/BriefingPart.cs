using CodeRelay.Documents;

namespace CodeRelay.Agents.AgentOps;

/// <summary>The part of a <see cref="Briefing"/> that an entry belongs to.</summary>
internal enum BriefingPart
{
    Context,
    Goal,
    InProgress,
    Next,
    Files,
    Blockers,
    Decisions,
    Done,

    /// <summary>A time or author, which the fields already contain.</summary>
    Header,
}

/// <summary>Finds the part by labels and headings: first by those of AgentOps' handoffs, then by those of packets.</summary>
internal static class BriefingParts
{
    private const double SmallestShareOfLabel = 0.6;

    // "Context to gather for next session" is no next step, and packets have no section on pauses.
    private static readonly (string Word, BriefingPart Part)[] Headings =
        [("where we paused", BriefingPart.InProgress), ("context", BriefingPart.Context), ("help with", BriefingPart.Next), ("help needed", BriefingPart.Next), ("read first", BriefingPart.Files)];

    private static readonly (string Word, BriefingPart Part)[] LabelWords =
        [("next action", BriefingPart.Next), ("last action", BriefingPart.InProgress), ("status", BriefingPart.InProgress), ("session", BriefingPart.InProgress), ("blockers", BriefingPart.Blockers), ("date", BriefingPart.Header)];

    /// <summary>The part of an entry.</summary>
    public static BriefingPart Of(OutlineEntry entry)
    {
        var section = OfHeading(entry.Section);
        if (entry.IsDone || section == BriefingPart.Done)
            return BriefingPart.Done;
        return entry.Label.Length > 0 && OfLabel(entry.Label) is { } part ? part : section;
    }

    private static BriefingPart OfHeading(Section section)
    {
        for (var at = section; at is not null; at = at.Parent)
        {
            // A title names the topic and can contain any word.
            if (at.Level > 1 && Array.Find(Headings, heading => at.Title.Contains(heading.Word, StringComparison.OrdinalIgnoreCase)) is (not null, var part))
                return part;
            if (OfKind(at.OwnKind) is { } kind)
                return kind;
        }

        return BriefingPart.Context;
    }

    private static BriefingPart? OfLabel(string label) =>
        Array.Find(LabelWords, word => label.StartsWith(word.Word, StringComparison.OrdinalIgnoreCase)) is (not null, var part) ? part
            : SectionKinds.Match(label) is { Share: >= SmallestShareOfLabel } match ? OfKind(match.Kind) : null;

    private static BriefingPart? OfKind(SectionKind kind) => kind switch
    {
        SectionKind.Goal => BriefingPart.Goal,
        SectionKind.InProgress or SectionKind.State => BriefingPart.InProgress,
        SectionKind.Next => BriefingPart.Next,
        SectionKind.Files => BriefingPart.Files,
        SectionKind.Blockers => BriefingPart.Blockers,
        SectionKind.Decisions => BriefingPart.Decisions,
        SectionKind.Done => BriefingPart.Done,
        SectionKind.None => null,
        _ => BriefingPart.Context,
    };
}
