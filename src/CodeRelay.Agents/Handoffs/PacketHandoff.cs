using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Composes a handoff from the repository: the packet's statements that git does not record, open tasks, uncommitted files.</summary>
internal static class PacketHandoff
{
    private const int MostTasks = 10;
    private const int MostFiles = 30;

    // Statements that are outdated, repeat git or contain secrets are left out.
    private static readonly string[] Rules = ["RLY1004", "RLY3", "RLY6"];

    private static readonly (SectionKind Kind, string Heading)[] Parts =
    [
        (SectionKind.InProgress, HandoffSections.Status), (SectionKind.Next, HandoffSections.NextAction), (SectionKind.Decisions, HandoffSections.Decisions), (SectionKind.Blockers, HandoffSections.OpenFollowUps),
        (SectionKind.State, HandoffSections.Assumptions), (SectionKind.Validation, HandoffSections.Verification), (SectionKind.Constraints, HandoffSections.NotToDo),
    ];

    /// <summary>The text, or null when there is neither a packet with a next step nor an uncommitted file.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="configuration">The settings of coderelay.yml.</param>
    /// <param name="now">The date in the heading.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static string? Compose(Repository repository, Configuration configuration, DateTimeOffset now)
    {
        var input = AnalysisInput.Of(repository, configuration) with { OnlyRules = Rules };
        var packet = input.Packets.Count > 0 ? input.Packets[0] : null;
        var sections = packet is null ? [] : Said(packet, RuleCatalog.Check(input).Findings);
        var touched = repository.WorkingTree.Changes.Select(change => change.Path).Where(path => packet?.Documents.Any(document => document.Path == path) != true).ToList();
        if (!sections.ContainsKey(HandoffSections.NextAction))
        {
            if (touched.Count == 0)
                return null;
            sections[HandoffSections.NextAction] = [$"Look at the uncommitted changes of {touched[0]} (`git diff`) and finish them; no packet names a next step."];
        }

        sections[HandoffSections.Status] = [Pause(packet, touched.Count), .. sections.TryGetValue(HandoffSections.Status, out var begun) ? ["", .. begun] : Array.Empty<string>()];
        Add(sections, HandoffSections.OpenFollowUps, packet?.Documents.Where(document => document.Kind == DocumentKind.Tasks).SelectMany(OpenTasks).Take(MostTasks));
        Add(sections, HandoffSections.Touched, touched.Take(MostFiles).Select(path => $"- {path}").Concat(touched.Count > MostFiles ? [$"- and {touched.Count - MostFiles} more: `git status`"] : []));
        return Write(packet?.Handoff, sections, now);
    }

    // The session's state in the terms of AgentOps' pause status.
    private static string Pause(Packet? packet, int uncommitted) => (uncommitted, packet is not null && PacketAnswers.Of(packet.Handoff).About(SectionKind.Blockers).Open.Any()) switch
    {
        (0, true) => "Paused: blocked, see the open follow-ups.",
        (0, false) => "Paused: between tasks, nothing is uncommitted.",
        (_, true) => $"Paused: mid-task, {uncommitted} uncommitted file(s); the open follow-ups name the blockers.",
        _ => $"Paused: mid-task, {uncommitted} uncommitted file(s).",
    };

    private static Dictionary<string, List<string>> Said(Packet packet, IReadOnlyList<Finding> findings)
    {
        var statements = new PacketStatements(packet.Handoff, findings);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        // The next action is required, so it takes a statement first that fits two headings.
        foreach (var (kind, heading) in Parts.OrderBy(part => part.Heading == HandoffSections.NextAction ? 0 : 1))
            Add(sections, heading, statements.About(kind));
        return sections;
    }

    private static IEnumerable<string> OpenTasks(Document tasks) =>
        tasks.Blocks.Where(block => block is { CheckBox: CheckBox.Open, Depth: 0 }).Select(block => $"- {block.Text.ReplaceLineEndings(" ")}");

    private static void Add(Dictionary<string, List<string>> sections, string heading, IEnumerable<string>? lines)
    {
        foreach (var line in lines ?? [])
            (sections.TryGetValue(heading, out var said) ? said : sections[heading] = []).Add(line);
    }

    private static string Write(Document? handoff, Dictionary<string, List<string>> sections, DateTimeOffset now)
    {
        var text = new StringBuilder("# Handoff");
        if (handoff is not null && new PacketStatements(handoff, []).About(SectionKind.Goal).FirstOrDefault()?.Split('\n')[0].Replace("**", "", StringComparison.Ordinal).TrimStart('-', ' ', '>') is { } said && HandoffDraft.Subject(said) is { Length: > 0 } goal)
            text.Append(" — ").Append(goal);
        text.Append('\n');
        foreach (var (heading, _) in HandoffSections.All)
        {
            var key = sections.Keys.FirstOrDefault(key => heading.StartsWith(key, StringComparison.Ordinal));
            if (key is not null)
                text.Append($"\n## {heading.Replace("<date>", ReceiptStamp.Time(now)[..10], StringComparison.Ordinal)}\n\n{string.Join('\n', sections[key])}\n");
        }

        return text.ToString();
    }
}
