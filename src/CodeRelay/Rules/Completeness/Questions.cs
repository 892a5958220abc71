using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>The question that each kind of section answers.</summary>
internal static class Questions
{
    /// <summary>The question, small and without question mark, or null where a section of that kind answers none.</summary>
    public static string? Of(SectionKind kind) => kind switch
    {
        SectionKind.Goal => "exactly what must be finished",
        SectionKind.InProgress => "what was begun and not finished",
        SectionKind.Next => "what to do first",
        SectionKind.Files => "which files matter",
        SectionKind.Blockers => "what blocks the work",
        SectionKind.State => "what the state is right now",
        SectionKind.Constraints => "what must not change",
        SectionKind.Acceptance => "what shows that it is done",
        SectionKind.Validation => "which command checks it",
        SectionKind.Review => "who reviews",
        _ => null,
    };
}
