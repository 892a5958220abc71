using CodeRelay.Formats;
using CodeRelay.Lanes;

namespace CodeRelay.Cli;

/// <summary>Asks for the reasons that cannot be measured. An empty answer is no.</summary>
internal static class RouteQuestions
{
    private static readonly (string Id, string Question)[] Questions =
    [
        ("S2", "What can the tool at hand not do that the next step needs?"),
        ("S3", "Who must judge the work because somebody else made it?"),
        ("S5", "What has to be coordinated before anything else?"),
    ];

    public static IReadOnlyList<SwitchReason> Ask(TextReader input, TextWriter output)
    {
        var reasons = new List<SwitchReason>();
        foreach (var (id, question) in Questions)
        {
            output.Write($"{question} [enter for nothing] ");
            output.Flush();
            if (input.ReadLine() is not { } answer)
                break;
            // "no" says as much as nothing.
            if (VisibleText.OfLine(answer).Trim() is { Length: > 0 } text && !text.Equals("no", StringComparison.OrdinalIgnoreCase) && !text.Equals("n", StringComparison.OrdinalIgnoreCase) && !text.Equals("none", StringComparison.OrdinalIgnoreCase) && !text.Equals("nothing", StringComparison.OrdinalIgnoreCase))
                reasons.Add(SwitchReason.Parse(text) is { NeverCounts: true } never ? never : new SwitchReason(SwitchRule.Of(id), text));
        }

        return reasons;
    }
}
