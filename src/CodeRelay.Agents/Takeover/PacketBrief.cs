using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Takeover;

/// <summary>A packet's goal and next work: one line per statement, without markup, safe to print.</summary>
/// <param name="Goal">Its first statement, or null.</param>
/// <param name="InProgress">The work in progress; empty for none.</param>
/// <param name="Next">The next steps in order; empty for none.</param>
/// <param name="OpenTasks">The open tasks, those in progress first.</param>
internal sealed record PacketBrief(string? Goal, IReadOnlyList<string> InProgress, IReadOnlyList<string> Next, IReadOnlyList<string> OpenTasks)
{
    /// <param name="packet">The packet.</param>
    /// <param name="findings">The findings of the check; redundant and secret statements are left out.</param>
    public static PacketBrief Of(Packet packet, IReadOnlyList<Finding> findings)
    {
        var statements = new PacketStatements(packet.Handoff, findings);
        // A line that fits two headings is a next step.
        var next = Lines(statements, SectionKind.Next);
        var inProgress = Lines(statements, SectionKind.InProgress);
        var goal = new PacketStatements(packet.Handoff, findings);
        return new PacketBrief(Lines(goal, SectionKind.Goal) is [var first, ..] ? first : goal.About(SectionKind.Goal).Select(Plain).FirstOrDefault(), inProgress, next, [.. OpenTasksOf(packet)]);
    }

    /// <summary>The first next step, as written in the packet.</summary>
    internal static Statement? FirstStep(Packet packet) =>
        new PacketStatements(packet.Handoff, []).Wanted(SectionKind.Next).FirstOrDefault(IsStep);

    private static IReadOnlyList<string> Lines(PacketStatements statements, SectionKind kind) =>
        [.. statements.Wanted(kind).Where(IsStep).Select(statement => VisibleText.OfLine(statement.Text).Trim())];

    // Lines indented below an item explain it.
    private static bool IsStep(Statement statement) => statement.Block.Depth == 0 && statement.Block.Kind != BlockKind.Fence && statement.Text.Length > 0 && !Wording.SaysNone(statement.Text);

    private static IEnumerable<string> OpenTasksOf(Packet packet) =>
        (packet.Find(DocumentKind.Tasks) ?? packet.Handoff).Blocks.Where(block => block.CheckBox is CheckBox.Open or CheckBox.InProgress)
            .OrderBy(block => block.CheckBox == CheckBox.InProgress ? 0 : 1).Select(block => VisibleText.OfLine(block.Text).Trim());

    private static string Plain(string line) => VisibleText.OfLine(line).Replace("**", "", StringComparison.Ordinal).TrimStart('-', '*', '>', ' ').Trim();
}
