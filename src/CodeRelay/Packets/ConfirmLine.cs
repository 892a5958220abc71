using System.Text;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Packets;

/// <summary>The front matter key that confirms a packet as reviewed and still true, at a commit.</summary>
internal static class ConfirmLine
{
    /// <summary>The key; its value is a commit id.</summary>
    public const string Key = "confirmed";

    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The confirmation of a packet, or null.</summary>
    public static FrontMatter.Entry? Of(Document document) => document.FrontMatter?.Entries.GetValueOrDefault(Key);

    /// <summary>True for a line that a confirmation may add or remove: the key, the delimiters of the block, an empty line.</summary>
    public static bool IsNeutral(ReadOnlySpan<char> line) => line.Trim() is "" or "---" || IsKey(line);

    /// <summary>True for the line of the key.</summary>
    public static bool IsKey(ReadOnlySpan<char> line) => line.StartsWith(Key + ":");

    /// <summary>The file with the commit in its front matter; every other byte is unchanged.</summary>
    /// <param name="file">The whole file: UTF-8 with or without byte order mark, or any encoding that includes ASCII.</param>
    /// <param name="commit">The full commit id.</param>
    /// <returns>Null when the front matter cannot be read, or the key has another kind of value.</returns>
    public static byte[]? Write(ReadOnlySpan<byte> file, string commit)
    {
        var mark = file.StartsWith(Utf8Mark) ? Utf8Mark.Length : 0;
        // Latin-1 maps each byte to one character, so that none is lost.
        var text = SourceText.From(Encoding.Latin1.GetString(file[mark..]));
        if (text.Content.Contains('\0', StringComparison.Ordinal))
            return null;
        return FrontMatter.Read(SourceText.Decode(file, file.Length)) is { } front ? Merge(front, text, commit) is { } merged ? [.. file[..mark], .. Encoding.Latin1.GetBytes(merged)] : null
            : [.. file[..mark], .. Encoding.Latin1.GetBytes(NewBlock(text, commit)), .. file[mark..]];
    }

    private static string NewBlock(SourceText text, string commit)
    {
        var lineBreak = BreakOf(text, 1);
        return $"---{lineBreak}{Key}: {commit}{lineBreak}---{lineBreak}{(text.Line(1).IsWhiteSpace() ? "" : lineBreak)}";
    }

    private static string? Merge(FrontMatter front, SourceText text, string commit)
    {
        if (front.Error is not null)
            return null;
        for (var line = 2; line < front.Range.LastLine; line++)
        {
            if (!IsKey(text.Line(line)))
                continue;
            var start = text.LineStart(line);
            // A multi-line value was not written by us.
            return front[Key] is null ? null : text.Content[..start] + $"{Key}: {commit}" + text.Content[(start + text.Line(line).Length)..];
        }

        var end = text.LineStart(front.Range.LastLine);
        return front[Key] is null ? text.Content[..end] + $"{Key}: {commit}{BreakOf(text, 1)}" + text.Content[end..] : null;
    }

    private static string BreakOf(SourceText text, int line)
    {
        var end = text.LineStart(line) + text.Line(line).Length;
        return text.Content.AsSpan(end).StartsWith("\r\n") ? "\r\n" : "\n";
    }
}
