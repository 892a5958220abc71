namespace CodeRelay.Documents;

/// <summary>Reads the box of a task line; `-` and `~` are states that task tools add to the two of GitHub.</summary>
internal static class CheckBoxes
{
    /// <summary>The state of the box at the start of an item's content.</summary>
    public static CheckBox Read(ReadOnlySpan<char> content)
    {
        if (content is not ['[', ..])
            return CheckBox.None;
        var close = content.IndexOf(']');
        // Not a link, and not a longer bracketed word.
        if (close is < 1 or > 3 || close + 1 < content.Length && content[close + 1] is not (' ' or '\t' or '\n' or '\r'))
            return CheckBox.None;
        return content[1..close] switch
        {
            " " => CheckBox.Open,
            "x" or "X" => CheckBox.Done,
            "-" => CheckBox.InProgress,
            "~" => CheckBox.Blocked,
            _ => CheckBox.Malformed,
        };
    }

    /// <summary>An item's text without its box.</summary>
    public static string Strip(string text)
    {
        var close = text.IndexOf(']', StringComparison.Ordinal);
        return close < 0 ? text : text[(close + 1)..].TrimStart();
    }
}
