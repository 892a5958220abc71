namespace CodeRelay.Agents.Handoffs;

/// <summary>The sections of a handoff, in order; all but one are optional.</summary>
internal static class HandoffSections
{
    public const string Status = "Status as of";
    public const string Decisions = "Decisions made (with evidence)";
    public const string Done = "Recently verified / completed — DO NOT REDO";
    public const string Assumptions = "Assumptions / world-model snapshot";
    public const string Verification = "Verification commands";
    public const string Touched = "Files touched this session";
    public const string NextAction = "Immediate next action";
    public const string OpenFollowUps = "Open follow-ups";
    public const string NotToDo = "What NOT to do on resume";

    /// <summary>Each heading with the question that its section answers.</summary>
    public static IReadOnlyList<(string Heading, string Question)> All { get; } =
    [
        ($"{Status} <date>", "Verified, in flight, current hypothesis."),
        (NextAction, "The first concrete step: file, command and expected result. The only required section."),
        (Decisions, "Each with its reason and a file:line, test result or source."),
        (Done, "Finished work that the next session might repeat; not what `git log` says."),
        (OpenFollowUps, "1. The task, why it matters, what blocks it."),
        (Assumptions, "Paths, contracts, processes, variables and daemons that must not change. No secrets."),
        (Verification, "Two to five commands that show the present state."),
        (Touched, "Only what is not committed."),
        (NotToDo, "What failed, and why."),
        ("Reader instruction", "What the receiver does with this text if no hook explains it."),
    ];

    /// <summary>An empty handoff to fill in, with today's date.</summary>
    public static string Template(DateTimeOffset now) =>
        "# Handoff <title>\n" + string.Concat(All.Select(section => $"\n## {section.Heading.Replace("<date>", ReceiptStamp.Time(now)[..10], StringComparison.Ordinal)}\n\n<!-- {section.Question} -->\n"));
}
