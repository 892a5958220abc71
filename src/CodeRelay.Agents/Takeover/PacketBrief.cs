using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Takeover;

/// <summary>What a packet says of the way on: one line for each statement, without marks, safe to print.</summary>
/// <param name="Goal">Its first statement, or null.</param>
/// <param name="InProgress">What has begun; empty when nothing has.</param>
/// <param name="Next">The next steps in their order; empty when none is named.</param>
/// <param name="OpenTasks">The tasks that are not done: those in progress first.</param>
internal sealed record PacketBrief(string? Goal, IReadOnlyList<string> InProgress, IReadOnlyList<string> Next, IReadOnlyList<string> OpenTasks)
{
    /// <param name="packet">The packet.</param>
    /// <param name="findings">What the check found; statements that it found redundant or secret are left out.</param>
    public static PacketBrief Of(Packet packet, IReadOnlyList<Finding> findings)
    {
        var statements = new PacketStatements(packet.Handoff, findings);
        // Where a line could stand below two headings, it is a next step.
        var next = Lines(statements, SectionKind.Next);
        var inProgress = Lines(statements, SectionKind.InProgress);
        var goal = new PacketStatements(packet.Handoff, findings);
        return new PacketBrief(Lines(goal, SectionKind.Goal) is [var first, ..] ? first : goal.About(SectionKind.Goal).Select(Plain).FirstOrDefault(), inProgress, next, [.. OpenTasksOf(packet)]);
    }

    /// <summary>The first of the next steps as it stands in the packet, or null.</summary>
    internal static Statement? FirstStep(Packet packet) =>
        new PacketStatements(packet.Handoff, []).Wanted(SectionKind.Next).FirstOrDefault(IsStep);

    private static IReadOnlyList<string> Lines(PacketStatements statements, SectionKind kind) =>
        [.. statements.Wanted(kind).Where(IsStep).Select(statement => VisibleText.OfLine(statement.Text).Trim())];

    // What is indented below an item explains it.
    private static bool IsStep(Statement statement) => statement.Block.Depth == 0 && statement.Block.Kind != BlockKind.Fence && statement.Text.Length > 0 && !Wording.SaysNone(statement.Text);

    private static IEnumerable<string> OpenTasksOf(Packet packet) =>
        (packet.Find(DocumentKind.Tasks) ?? packet.Handoff).Blocks.Where(block => block.CheckBox is CheckBox.Open or CheckBox.InProgress)
            .OrderBy(block => block.CheckBox == CheckBox.InProgress ? 0 : 1).Select(block => VisibleText.OfLine(block.Text).Trim());

    private static string Plain(string line) => VisibleText.OfLine(line).Replace("**", "", StringComparison.Ordinal).TrimStart('-', '*', '>', ' ').Trim();
}
