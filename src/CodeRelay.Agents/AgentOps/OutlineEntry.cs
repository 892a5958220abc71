using CodeRelay.Documents;

namespace CodeRelay.Agents.AgentOps;

/// <summary>One entry of a text: a list item with its continuation, a paragraph, a labelled line, or a fence.</summary>
/// <param name="Section">The section of the entry.</param>
/// <param name="Label">The text before an initial colon, or "".</param>
/// <param name="Text">The text without marker, check box and label; one or more lines.</param>
/// <param name="Line">The first line, 1-based.</param>
/// <param name="LastLine">The last line.</param>
internal sealed record OutlineEntry(Section Section, string Label, string Text, int Line, int LastLine)
{
    /// <summary>True for an item with a ticked box.</summary>
    public bool IsDone { get; init; }

    /// <summary>True for a fence; the text excludes its delimiters.</summary>
    public bool IsFence { get; init; }

    /// <summary>The text with its label.</summary>
    public string Whole => Label.Length == 0 ? Text : $"{Label}: {Text}";
}
