namespace CodeRelay.Analysis;

/// <summary>Replaces a stretch of a file.</summary>
/// <param name="File">Relative to the root.</param>
/// <param name="Start">UTF-16 offset in the text without byte order mark.</param>
/// <param name="Length">UTF-16 units; 0 inserts.</param>
/// <param name="NewText">May be empty.</param>
public sealed record TextEdit(string File, int Start, int Length, string NewText);

/// <summary>Edits that cure a finding, applied together or not at all.</summary>
/// <param name="Title">Imperative: "replace with src/App.cs".</param>
/// <param name="Safety">Safe or Unsafe.</param>
/// <param name="Edits">At least one.</param>
public sealed record Fix(string Title, FixSafety Safety, IReadOnlyList<TextEdit> Edits);
