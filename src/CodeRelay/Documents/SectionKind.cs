namespace CodeRelay.Documents;

/// <summary>What a section is about, whatever its heading says exactly.</summary>
public enum SectionKind
{
    /// <summary>Not recognised.</summary>
    None,
    Goal,
    InProgress,
    Next,
    Done,
    Blockers,
    State,
    Files,
    Constraints,
    Decisions,

    /// <summary>When the work counts as finished.</summary>
    Acceptance,

    /// <summary>How to check: commands, tests.</summary>
    Validation,
    Review,

    /// <summary>Descriptions that the code itself gives: structure, stack, endpoints.</summary>
    Architecture,
}
