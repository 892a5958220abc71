using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>Replaces a range of a file.</summary>
/// <param name="File">Relative to the root.</param>
/// <param name="Start">UTF-16 offset in the text without byte order mark, or <see cref="AtEnd"/>.</param>
/// <param name="Length">UTF-16 units; 0 inserts.</param>
/// <param name="NewText">May be empty.</param>
public sealed record TextEdit(string File, int Start, int Length, string NewText)
{
    /// <summary>Stands for the end of the file, which is created when it does not exist.</summary>
    public const int AtEnd = -1;

    /// <summary>Appends to a file, which is created when it does not exist.</summary>
    public static TextEdit Append(string file, string text) => new(file, AtEnd, 0, text);

    /// <summary>The offset of the edit in a text.</summary>
    public int StartIn(SourceText text) => Start == AtEnd ? text.Content.Length : Start;
}

/// <summary>Edits that remove a finding, applied together or not at all.</summary>
/// <param name="Title">Imperative: "replace with src/App.cs".</param>
/// <param name="Safety">Safe or Unsafe.</param>
/// <param name="Edits">At least one.</param>
public sealed record Fix(string Title, FixSafety Safety, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>True for a fix to apply only after all others, since those may make it unnecessary.</summary>
    public bool IsLastResort { get; init; }
}

/// <summary>Whether a fix may be applied without review.</summary>
public enum FixSafety
{
    /// <summary>No fix.</summary>
    None,

    /// <summary>Keeps the meaning.</summary>
    Safe,

    /// <summary>May remove intended content.</summary>
    Unsafe,
}
