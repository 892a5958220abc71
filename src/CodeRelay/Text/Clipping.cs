namespace CodeRelay.Text;

/// <summary>Shortens text that is shown inside another text.</summary>
internal static class Clipping
{
    /// <summary>The text; when it is longer, its first characters without trailing white space, and an ellipsis.</summary>
    public static string Truncate(string text, int length)
    {
        if (text.Length <= length)
            return text;
        // Never half a surrogate pair.
        var end = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text.AsSpan(0, end).TrimEnd()}…";
    }

    /// <summary>The same, with the ellipsis counted in the length.</summary>
    public static string TruncateWithin(string text, int length) => text.Length <= length ? text : Truncate(text, length - 1);
}
