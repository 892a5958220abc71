namespace CodeRelay.Agents.Takeover;

/// <summary>One of the five questions of a packet's reader.</summary>
/// <param name="Id">Q1 to Q5.</param>
/// <param name="Text">The question.</param>
/// <param name="Items">The items that answer it together.</param>
internal sealed record PacketQuestion(string Id, string Text, IReadOnlyList<string> Items)
{
    public static IReadOnlyList<PacketQuestion> All { get; } =
    [
        new("Q1", "what are we finishing?", ["P1", "P2"]),
        new("Q2", "what must not change?", ["P3"]),
        new("Q3", "what is the present state?", ["P4", "P6"]),
        new("Q4", "which files?", ["P5"]),
        new("Q5", "who reviews, how, and what ends the work?", ["P8", "P9"]),
    ];
}
