using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Setup.Scaffolding;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Agents.Takeover;

/// <summary>The receiver's prompt: its role and the packet's content, within a budget.</summary>
/// <param name="Text">The text with line feeds and a final line break.</param>
/// <param name="Tokens">Estimated.</param>
/// <param name="LeftOut">Names of the parts that are missing or cut.</param>
internal sealed record TakeoverPrompt(string Text, int Tokens, IReadOnlyList<string> LeftOut)
{
    private const int LargestShareOfFence = 8;

    // In reading order.
    private static readonly (SectionKind Kind, string Heading)[] Parts =
    [
        (SectionKind.Goal, "Goal"), (SectionKind.Acceptance, "Done when"), (SectionKind.Constraints, "Constraints"), (SectionKind.InProgress, "In progress"), (SectionKind.Next, "Next"),
        (SectionKind.Files, "Files"), (SectionKind.Blockers, "Blockers"), (SectionKind.Validation, "Validation"), (SectionKind.Review, "Review"), (SectionKind.State, "State"),
    ];

    /// <summary>Composes the prompt.</summary>
    /// <param name="verdict">The packet with its findings.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="budget">The token limit; lead and lane are always included.</param>
    public static TakeoverPrompt Compose(GateVerdict verdict, Receiver receiver, int budget)
    {
        var handoff = verdict.Packet.Handoff;
        var head = string.Join("\n\n", [Lines(PromptLead.Of(verdict.Packet, receiver, verdict.Lane, verdict.Result.Input.Repository)), .. Charter(verdict), .. Warning(verdict), $"What {VisibleText.OfLine(handoff.Path)} says, without what git tells:"]);
        var statements = new PacketStatements(handoff, verdict.Result.Findings);
        var left = budget - TokenEstimate.Count(head) - TokenEstimate.Count(Rest([.. Parts.Select(part => part.Heading)], handoff.Path));
        var chosen = new Dictionary<SectionKind, List<string>>();
        var leftOut = new List<string>();
        foreach (var kind in Priorities(verdict.Lane))
        {
            var heading = Parts.First(part => part.Kind == kind).Heading;
            left -= TokenEstimate.Count($"\n\n## {heading}\n");
            foreach (var line in statements.About(kind))
            {
                var cost = TokenEstimate.Count(line + "\n");
                // A long code block would displace the parts after it.
                if (cost > budget / LargestShareOfFence && line.StartsWith("```", StringComparison.Ordinal))
                {
                    leftOut.Add(heading);
                    continue;
                }

                if (cost > left)
                {
                    leftOut.Add(heading);
                    break;
                }

                left -= cost;
                (chosen.TryGetValue(kind, out var lines) ? lines : chosen[kind] = []).Add(line);
            }
        }

        var text = string.Join("\n\n", [head, .. Parts.Where(part => chosen.ContainsKey(part.Kind)).Select(part => $"## {part.Heading}\n\n{string.Join('\n', chosen[part.Kind])}"), .. leftOut.Count > 0 ? new[] { Rest([.. leftOut.Distinct()], handoff.Path) } : []]) + "\n";
        return new TakeoverPrompt(text, TokenEstimate.Count(text), [.. leftOut.Distinct()]);
    }

    // The parts that a lane needs most come first when space is short; an auditor needs no next step.
    private static SectionKind[] Priorities(Lane? lane) => lane switch
    {
        Lane.Plan => [SectionKind.Goal, SectionKind.Constraints, SectionKind.Blockers, SectionKind.Files, SectionKind.InProgress, SectionKind.Next, SectionKind.Acceptance, SectionKind.State, SectionKind.Validation, SectionKind.Review],
        Lane.Audit => [SectionKind.Goal, SectionKind.Acceptance, SectionKind.Constraints, SectionKind.Validation, SectionKind.Review, SectionKind.Files, SectionKind.InProgress, SectionKind.Blockers, SectionKind.State],
        Lane.Supervise => [SectionKind.Goal, SectionKind.InProgress, SectionKind.Blockers, SectionKind.Review, SectionKind.Next, SectionKind.Acceptance, SectionKind.Constraints, SectionKind.State, SectionKind.Files, SectionKind.Validation],
        _ => [SectionKind.Goal, SectionKind.Acceptance, SectionKind.Constraints, SectionKind.Next, SectionKind.InProgress, SectionKind.Blockers, SectionKind.Validation, SectionKind.Files, SectionKind.Review, SectionKind.State],
    };

    private static IEnumerable<string> Charter(GateVerdict verdict)
    {
        if (verdict.Lane is not { } lane)
            yield break;
        var charter = LaneCharter.Of(lane);
        yield return $"You are in the {lane.Word()} lane: {charter.Job}. You hand on {charter.Output}. You must not {charter.MustNot}.";
    }

    private static IEnumerable<string> Warning(GateVerdict verdict)
    {
        if (verdict.IsAccepted)
            yield break;
        yield return "The check refused this packet, and the user overruled it. Settle this first:\n" + string.Join('\n', verdict.Problems.Select(problem => $"- {VisibleText.OfLine(problem.Message)}"));
    }

    private static string Rest(IReadOnlyList<string> leftOut, string path) => $"Left out for length: {string.Join(", ", leftOut)}. Read it in {VisibleText.OfLine(path)}.";

    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(VisibleText.OfLine));
}

/// <summary>The opening of a prompt: the team's own from TAKEOVER_PROMPTS.md, else that of the template.</summary>
internal static class PromptLead
{
    private static readonly string[] ReviewHeadings = ["review", "audit"];
    private static readonly string[] AnyHeadings = ["any agent", "any", "default", "generic"];

    public static string Of(Packet packet, Receiver receiver, Lane? lane, Repository repository) =>
        (packet.Find(DocumentKind.TakeoverPrompts) is { } own ? In(own, receiver, lane) : null)
        ?? (In(Template(packet), receiver, lane) is { } lead && NamesOnlyWhatIsThere(lead, repository) ? lead : Generic(packet));

    // The template's text assumes a complete packet; a partial one gets a text that fits.
    private static bool NamesOnlyWhatIsThere(string lead, Repository repository) =>
        lead.Split([' ', '\n', ',', ':', ';', '"'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('.')).Where(word => word.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).All(repository.MayRead);

    private static string? In(Document prompts, Receiver receiver, Lane? lane) =>
        (lane == Lane.Audit ? Find(prompts, ReviewHeadings) : null) ?? Find(prompts, receiver.Names) ?? Find(prompts, AnyHeadings);

    private static string? Find(Document prompts, IReadOnlyList<string> headings)
    {
        var section = prompts.Sections.FirstOrDefault(section => headings.Any(heading => Plain(section.Title) == Plain(heading)));
        if (section is null)
            return null;
        var fence = section.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Fence);
        var text = fence?.Text ?? string.Join("\n\n", section.Blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text));
        return text.Trim().Length > 0 ? text.Trim() : null;
    }

    private static Document Template(Packet packet)
    {
        var tokens = new TemplateTokens(new PacketLocation(packet.Directory, [packet.Directory]), packet, packet.Profile, Product.Version);
        var (path, content) = TemplateFiles.Of("packet", tokens).First(file => DocumentKinds.Of(file.Path) == DocumentKind.TakeoverPrompts);
        return new Document(path, SourceText.From(content));
    }

    private static string Generic(Packet packet) =>
        $"You continue the work of another agent. The state is in {packet.Handoff.Path}; the important parts follow.\nTest results and the code outrank it: where they disagree, correct the packet.\nUpdate {packet.Handoff.Path} before you stop.";

    private static string Plain(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
