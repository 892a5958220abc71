using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>The question that each kind of section answers.</summary>
internal static class Questions
{
    /// <summary>The question, small and without question mark, or null where a section of that kind answers none.</summary>
    public static string? Of(SectionKind kind) => kind switch
    {
        SectionKind.Goal => "what exactly must be finished",
        SectionKind.InProgress => "what was begun and not finished",
        SectionKind.Next => "what is to be done first",
        SectionKind.Files => "which files matter",
        SectionKind.Blockers => "what is in the way",
        SectionKind.State => "what the state is right now",
        SectionKind.Constraints => "what must not change",
        SectionKind.Acceptance => "how to know that it is done",
        SectionKind.Validation => "what is run to check it",
        SectionKind.Review => "who reviews",
        _ => null,
    };
}
