using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>Replaces a stretch of a file.</summary>
/// <param name="File">Relative to the root.</param>
/// <param name="Start">UTF-16 offset in the text without byte order mark, or <see cref="AtEnd"/>.</param>
/// <param name="Length">UTF-16 units; 0 inserts.</param>
/// <param name="NewText">May be empty.</param>
public sealed record TextEdit(string File, int Start, int Length, string NewText)
{
    /// <summary>Stands for the end of the file, which is made when it is not there.</summary>
    public const int AtEnd = -1;

    /// <summary>Adds to the end of a file, which is made when it is not there.</summary>
    public static TextEdit Append(string file, string text) => new(file, AtEnd, 0, text);

    /// <summary>The offset that is meant in a text.</summary>
    public int StartIn(SourceText text) => Start == AtEnd ? text.Content.Length : Start;
}

/// <summary>Edits that cure a finding, applied together or not at all.</summary>
/// <param name="Title">Imperative: "replace with src/App.cs".</param>
/// <param name="Safety">Safe or Unsafe.</param>
/// <param name="Edits">At least one.</param>
public sealed record Fix(string Title, FixSafety Safety, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>True for a fix that comes when no other is left, since those may make it needless.</summary>
    public bool IsLastResort { get; init; }
}

/// <summary>Whether a fix may be applied unattended.</summary>
public enum FixSafety
{
    /// <summary>There is no fix.</summary>
    None,

    /// <summary>Keeps the meaning.</summary>
    Safe,

    /// <summary>May remove something that was meant.</summary>
    Unsafe,
}
