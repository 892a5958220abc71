using System.Text;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Converts a briefing to a HANDOFF.md: the five questions first, and a placeholder where the source has no answer.</summary>
internal static class BriefingPacket
{
    private const int MostSteps = 3;

    /// <summary>The whole file.</summary>
    public static string Compose(Briefing briefing)
    {
        var text = new StringBuilder("# Handoff\n");
        // The source is a file name, which may contain the end of a comment.
        text.Append($"\n<!-- From {HandoffFrame.OneLine(briefing.Source).Replace("--", "- -", StringComparison.Ordinal)}{(briefing.Created is { } created ? $" of {HandoffFrame.Clip(created, 40).Replace("--", "- -", StringComparison.Ordinal)}" : "")}: written by another session; compare it with the repository. -->\n");
        text.Append($"\n## Goal\n\n{(briefing.Goal is { } goal ? BriefingText.Items([goal])[2..] : "<fill: one sentence that names what is finished when this is done>\n")}");
        Answer(text, "In progress", briefing.InProgress, "what is half done and how far it is; \"nothing\" if the tree is clean");
        Answer(text, "Next three steps", [.. briefing.Next.Take(MostSteps)], "the next concrete step, with its path or command", isOrdered: true);
        Answer(text, "Important files", briefing.Files, "path to read first, and why", isOrdered: true);
        Answer(text, "Blockers", briefing.Blockers, "bug, blocker or risk; \"none\" if there is none");
        BriefingText.Section(text, "Later", [.. briefing.Next.Skip(MostSteps)]);
        BriefingText.Section(text, "Decisions", briefing.Decisions);
        BriefingText.Section(text, "Done, and not in git", briefing.Done);
        BriefingText.Section(text, "Context", briefing.Context);
        return text.ToString();
    }

    private static void Answer(StringBuilder text, string heading, IReadOnlyList<string> said, string question, bool isOrdered = false) =>
        BriefingText.Section(text, heading, said.Count > 0 ? said : [$"<fill: {question}>"], isOrdered);
}
