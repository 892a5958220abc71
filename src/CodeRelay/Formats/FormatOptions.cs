namespace CodeRelay.Formats;

/// <summary>The layout of output for people; formats for machines ignore it.</summary>
/// <param name="UseColour">Whether to write terminal colours.</param>
/// <param name="Width">Columns of a source line before it is clipped around the range.</param>
/// <param name="BreaksSentences">Whether sentences wrap at that width; in a pipe each is one line, for grep.</param>
public sealed record FormatOptions(bool UseColour, int Width, bool BreaksSentences = false)
{
    /// <summary>The options for a file or a pipe.</summary>
    public static FormatOptions Plain { get; } = new(UseColour: false, Width: 120);
}
