using System.Text;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Converts a briefing to a handoff.</summary>
internal static class BriefingHandoff
{
    /// <summary>The handoff's Markdown; deterministic, so that the sentinel is stable.</summary>
    public static string Compose(Briefing briefing)
    {
        var text = new StringBuilder("# Handoff");
        if (briefing.Goal is { } goal && HandoffFrame.OneLine(goal) is { Length: > 0 } line)
            text.Append(" — ").Append(line);
        text.Append('\n');
        BriefingText.Section(text, briefing.Created is { Length: >= 10 } created ? $"{HandoffSections.Status} {HandoffFrame.OneLine(created[..10])}" : "Status", briefing.InProgress);
        // The only required section.
        BriefingText.Section(text, HandoffSections.NextAction, briefing.Next.Count > 0 ? briefing.Next : [$"Look at what the source says and decide on the next step, since it names none: {briefing.Source}"], isOrdered: briefing.Next.Count > 1);
        BriefingText.Section(text, HandoffSections.Decisions, briefing.Decisions);
        BriefingText.Section(text, HandoffSections.Done, briefing.Done);
        BriefingText.Section(text, HandoffSections.OpenFollowUps, briefing.Blockers);
        BriefingText.Section(text, "Files to read", briefing.Files, isOrdered: true);
        BriefingText.Section(text, HandoffSections.Assumptions, briefing.Context);
        return text.ToString();
    }

    /// <summary>The handoff with the fields that a frame shows.</summary>
    internal static HandoffText WithFields(Briefing briefing, string name)
    {
        var text = new StringBuilder("---\n");
        Field(text, "name", briefing.Goal ?? name);
        Field(text, "from", briefing.Source);
        Field(text, "created", briefing.Created);
        Field(text, "branch", briefing.Facts?.Branch);
        Field(text, "head", briefing.Facts?.Head);
        Field(text, "dirty_files_count", briefing.Facts?.DirtyFiles?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        text.Append("---\n").Append(Compose(briefing));
        return new HandoffText(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Field(StringBuilder text, string name, string? value)
    {
        if (value is not null && HandoffFrame.OneLine(value) is { Length: > 0 } line)
            text.Append($"{name}: {line}\n");
    }
}
