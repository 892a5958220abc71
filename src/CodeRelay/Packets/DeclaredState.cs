namespace CodeRelay.Packets;

/// <summary>What a text says the repository's state is.</summary>
internal enum DeclaredStateKind
{
    /// <summary>The branch that the work is on.</summary>
    Branch,

    /// <summary>The commit that HEAD was at.</summary>
    Head,

    /// <summary>The day the text was last brought up to date.</summary>
    Updated,

    /// <summary>A day until which something must be done.</summary>
    Deadline,
}

/// <summary>A statement about the state that git or the clock can contradict.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Start">Offset of the value.</param>
/// <param name="Length">UTF-16 units of the value as written.</param>
/// <param name="Value">The branch or the commit id; of a date its text.</param>
internal sealed record DeclaredState(DeclaredStateKind Kind, int Start, int Length, string Value)
{
    /// <summary>The day, for a date.</summary>
    public DateOnly? Day { get; init; }
}
