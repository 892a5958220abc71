namespace CodeRelay.Text;

/// <summary>Shortens a text that is shown inside another one.</summary>
internal static class Clipping
{
    /// <summary>The text; of a longer one that many characters, without white space at their end, and an ellipsis.</summary>
    public static string Truncate(string text, int length)
    {
        if (text.Length <= length)
            return text;
        // Half a surrogate pair is no character.
        var end = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text.AsSpan(0, end).TrimEnd()}…";
    }

    /// <summary>The text; a longer one so that the ellipsis fits within that many characters.</summary>
    public static string TruncateWithin(string text, int length) => text.Length <= length ? text : Truncate(text, length - 1);
}
