namespace CodeRelay.Documents;

/// <summary>The topic of a section, whatever the wording of its heading.</summary>
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

    /// <summary>The conditions under which the work is finished.</summary>
    Acceptance,

    /// <summary>How to verify the work: commands, tests.</summary>
    Validation,
    Review,

    /// <summary>Descriptions that can be read from the code: structure, stack, endpoints.</summary>
    Architecture,
}
