namespace CodeRelay.Packets;

/// <summary>The kind of a declared repository state.</summary>
internal enum DeclaredStateKind
{
    /// <summary>The branch of the work.</summary>
    Branch,

    /// <summary>The commit of HEAD.</summary>
    Head,

    /// <summary>The day of the last update.</summary>
    Updated,

    /// <summary>The day by which something must be done.</summary>
    Deadline,
}

/// <summary>A declared state that git or the clock can contradict.</summary>
/// <param name="Kind">The kind of the state.</param>
/// <param name="Start">UTF-16 offset of the value.</param>
/// <param name="Length">UTF-16 units of the value as written.</param>
/// <param name="Value">The branch, the commit id, or the date as written.</param>
internal sealed record DeclaredState(DeclaredStateKind Kind, int Start, int Length, string Value)
{
    /// <summary>The parsed day, for a date.</summary>
    public DateOnly? Day { get; init; }
}
