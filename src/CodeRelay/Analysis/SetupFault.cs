using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>Something wrong in the settings of an agent, found by whoever knows agents and reported by the rule of that id.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="File">Relative to the root, with '/'; a file that exists, of whatever kind.</param>
/// <param name="Message">What is wrong, why, and what to do: lower case, no final stop.</param>
public sealed record SetupFault(string Rule, string File, string Message)
{
    /// <summary>1-based.</summary>
    public int Line { get; init; } = 1;

    /// <summary>1-based, in UTF-16 units.</summary>
    public int Column { get; init; } = 1;

    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>From the place to the end of its line.</summary>
    internal TextRange RangeIn(SourceText? text) => new(Line, Column, Line, Math.Max(Column, (text?.Line(Line).Length ?? 0) + 1));
}
