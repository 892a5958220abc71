using CodeRelay.Documents;

namespace CodeRelay.Agents.AgentOps;

/// <summary>One thing that a text says: a list item with what hangs on it, a paragraph, a labelled line, a fence.</summary>
/// <param name="Section">The heading that it stands under.</param>
/// <param name="Label">What stands before a colon at its beginning, or "".</param>
/// <param name="Text">Without marker, box and label; may have several lines.</param>
/// <param name="Line">Its first line, 1-based.</param>
/// <param name="LastLine">Its last line.</param>
internal sealed record OutlineEntry(Section Section, string Label, string Text, int Line, int LastLine)
{
    /// <summary>True for an item with a ticked box.</summary>
    public bool IsDone { get; init; }

    /// <summary>True for a fence; its marks are not in the text.</summary>
    public bool IsFence { get; init; }

    /// <summary>The text with its label.</summary>
    public string Whole => Label.Length == 0 ? Text : $"{Label}: {Text}";
}
