namespace CodeRelay.Formats;

/// <summary>How output for people is laid out; the formats for machines have no options.</summary>
/// <param name="UseColour">Whether terminal colours are written.</param>
/// <param name="Width">Columns that a source line may take before it is cut around the range.</param>
/// <param name="BreaksSentences">Whether a sentence goes on in the next line at that width; in a pipe each is one line, for grep.</param>
public sealed record FormatOptions(bool UseColour, int Width, bool BreaksSentences = false)
{
    /// <summary>What a file or a pipe gets, whatever the terminal.</summary>
    public static FormatOptions Plain { get; } = new(UseColour: false, Width: 120);
}
