using CodeRelay.Documents;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Agents.Takeover;

/// <summary>One of the nine items of a contract packet.</summary>
/// <param name="Id">P1 to P9.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Question">The question when it is missing.</param>
/// <param name="Kinds">The sections that answer it.</param>
/// <param name="Write">The pattern to write, as Markdown of one or more lines.</param>
internal sealed record ContractItem(string Id, string Name, string Question, IReadOnlyList<SectionKind> Kinds, string Write)
{
    public static IReadOnlyList<ContractItem> All { get; } =
    [
        new("P1", "goal", "what exactly must be finished?", [SectionKind.Goal], "## Goal\nOne unit of work with a path, symbol or behaviour in it, such as: `Parser.Read` accepts files with CRLF line breaks."),
        new("P2", "acceptance gate", "how will we know that it is done?", [SectionKind.Acceptance], "## Done when\n- [ ] a command that passes, or a statement that can be tested"),
        new("P3", "constraints and non-goals", "what must not change?", [SectionKind.Constraints], "## Constraints\n- what stays as it is and what is out of scope, or: none"),
        new("P4", "state", "what is the state right now?", [SectionKind.State], "## State\n- branch at commit; clean, or how many files are changed; tests pass, fail or unknown"),
        new("P5", "files", "which files matter?", [SectionKind.Files], "## Important files\n- a path that exists, and why to read it"),
        new("P6", "progress", "what is done, what is left?", [SectionKind.InProgress, SectionKind.Done, SectionKind.Next], "## Next steps\n1. the first step with its path or command; what is half done belongs under ## In progress"),
        new("P7", "blockers", "what is in the way?", [SectionKind.Blockers], "## Blockers\n- bug, edge case or open question, or: none known"),
        new("P8", "validation", "what do we run?", [SectionKind.Validation], "## Validation\n- the command in backticks"),
        new("P9", "review owner", "who reviews, and what ends the work: patch, reviewable artifact or verified finish?", [SectionKind.Review], "## Review\n- Reviewer: a lane, tool or person other than the executor\n- Stop at: patch, reviewable artifact or verified finish"),
    ];

    // A packet of five questions covers no others.
    private static readonly string[] OfRelay = ["P1", "P4", "P5", "P6", "P7"];

    public static ContractItem Of(string id) => All.First(item => item.Id == id);

    /// <summary>The item that a section answers, or null.</summary>
    public static ContractItem? Of(SectionKind kind) => All.FirstOrDefault(item => item.Kinds.Contains(kind));

    /// <summary>The items that a lane requires; null for a packet without lanes. A planner writes the contract, so a brief is enough for it.</summary>
    public static IReadOnlyList<string> AskedBy(Lane? lane, bool isContract) => lane switch
    {
        Lane.Plan => ["P1", "P4", "P5", "P7"],
        Lane.Supervise => ["P1", "P2", "P4", "P6", "P7", "P9"],
        Lane.Execute or Lane.Audit => [.. All.Select(item => item.Id)],
        _ => isContract ? [.. All.Select(item => item.Id)] : OfRelay,
    };
}
