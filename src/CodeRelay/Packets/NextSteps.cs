using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>The next steps of a packet, each with its nested statements.</summary>
internal static class NextSteps
{
    /// <summary>The open steps: the top-level items, or one sub-heading per step, or the paragraphs.</summary>
    public static IEnumerable<IReadOnlyList<Statement>> Of(PacketAnswers answers)
    {
        var steps = new List<List<Statement>>();
        foreach (var statement in answers.About(SectionKind.Next).Open.Where(IsStep))
        {
            if (steps.Count > 0 && Continues(steps[^1][0], statement))
                steps[^1].Add(statement);
            else
                steps.Add([statement]);
        }

        return steps;
    }

    // "### Constraints" below "## Next" is part of the plan, but not a step.
    private static bool IsStep(Statement statement)
    {
        if (statement.Label.Length > 0 && SectionKinds.AllOf(statement.Label) is { Count: > 0 } ofLabel)
            return ofLabel.Contains(SectionKind.Next);
        var section = statement.Section;
        while (section.OwnKinds.Count == 0 && section.Parent is { } parent)
            section = parent;
        return section.OwnKinds.Contains(SectionKind.Next);
    }

    private static bool Continues(Statement first, Statement statement)
    {
        // "### 1. Parser" with any content below is one step.
        if (IsStepHeading(statement.Section))
            return first.Section == statement.Section;
        return first.Section == statement.Section && (statement.Block.Kind == BlockKind.Fence || statement.Block.Depth > first.Block.Depth);
    }

    private static bool IsStepHeading(Section section) => section.Level is > 1 and < 7 && section.OwnKinds.Count == 0 && section.Parent?.Kind == SectionKind.Next;
}
