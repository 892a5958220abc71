using CodeRelay.Workspace;

namespace CodeRelay.Takeover;

/// <summary>Writes keys into a file's front matter and leaves every other byte as it was.</summary>
internal static class FrontMatterEdit
{
    /// <summary>The bytes with the key set, in a block of its own when there is none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="key">A plain word.</param>
    /// <param name="value">Any text on one line; it is quoted.</param>
    public static byte[] Set(byte[] bytes, string key, string value)
    {
        var text = new ByteText(bytes);
        var entry = $"{key}: {Quote(value)}";
        var lines = text.Lines().ToArray();
        var end = lines is [var first, ..] && first.Text.TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.Text.TrimEnd() == "---") : -1;
        if (end < 0)
            return text.Replace(text.Start, text.Start, $"---\n{entry}\n---\n\n");
        var at = Array.FindIndex(lines, 1, end - 1, line => line.Text.StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
            return text.Replace(lines[end].Start, lines[end].Start, entry + "\n");
        // A value of several lines is indented.
        var last = at;
        while (last + 1 < end && lines[last + 1].Text is [' ' or '\t', ..])
            last++;
        return text.Replace(lines[at].Start, lines[last].Start + lines[last].Text.Length, entry);
    }

    // A word needs no quotes, and `lane: audit` is what people write.
    private static string Quote(string value) =>
        value.All(char.IsAsciiLetter) ? value : $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
