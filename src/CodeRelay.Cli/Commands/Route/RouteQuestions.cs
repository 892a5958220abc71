using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>Asks for the reasons that cannot be measured. An empty answer means no.</summary>
internal static class RouteQuestions
{
    private static readonly (string Id, string Question)[] Questions =
    [
        ("S2", "What does the next step need that the present agent cannot do?"),
        ("S3", "Which other agent must review the work?"),
        ("S5", "What must be coordinated first?"),
    ];

    public static IReadOnlyList<SwitchReason> Ask(TextReader input, TextWriter output)
    {
        var reasons = new List<SwitchReason>();
        foreach (var (id, question) in Questions)
        {
            output.Write($"{question} [Enter for none] ");
            output.Flush();
            if (input.ReadLine() is not { } answer)
                break;
            // "no" counts as empty.
            if (VisibleText.OfLine(answer).Trim() is { Length: > 0 } text && !text.Equals("no", StringComparison.OrdinalIgnoreCase) && !text.Equals("n", StringComparison.OrdinalIgnoreCase) && !text.Equals("none", StringComparison.OrdinalIgnoreCase) && !text.Equals("nothing", StringComparison.OrdinalIgnoreCase))
                reasons.Add(SwitchReason.Parse(text) is { NeverCounts: true } never ? never : new SwitchReason(SwitchRule.Of(id), text));
        }

        return reasons;
    }
}
