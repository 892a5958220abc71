using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Sets fields in a handoff's front matter, above all the time of receipt; every other byte stays.</summary>
internal static class ReceiptStamp
{
    private const string Field = "received_at";

    /// <summary>
    /// Writes the field. A file without closed front matter, or one that cannot be written, stays unchanged: its place in the archive is
    /// enough.
    /// </summary>
    /// <param name="path">Full path of a leased file.</param>
    /// <param name="time">The time of receipt.</param>
    public static void TryWrite(string path, DateTimeOffset time)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var beginning = new byte[Math.Min(file.Length, HandoffFile.LongestFile)];
        file.ReadExactly(beginning);
        if (Set(beginning, Field, Time(time)) is not { } stamped)
            return;
        try
        {
            // Replaces the leased file: a reader killed now leaves one version or the other.
            File.Move(Publisher.WriteTemporary(Path.GetDirectoryName(path)!, stamped, rest: file), path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk is full; the move to the archive needs no space.
        }
    }

    /// <summary>A time in the format of handoff fields.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The bytes with the field set, or null without closed front matter.</summary>
    internal static byte[]? Set(ReadOnlySpan<byte> content, string field, string value)
    {
        var prefix = Encoding.UTF8.GetBytes(field + ":");
        var start = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        (int Start, int End)? existing = null;
        var lineBreak = "\n"u8;
        for (var (position, number) = (start, 0); position < content.Length; number++)
        {
            var length = content[position..].IndexOf((byte)'\n');
            var end = length < 0 ? content.Length : position + length + 1;
            var line = content[position..end].TrimEnd(" \t\r\n"u8);
            if (number == 0 && !line.SequenceEqual("---"u8))
                return null;
            if (number == 0 && end > 1 && content[end - 2] == '\r')
                lineBreak = "\r\n"u8;
            if (number > 0 && line.SequenceEqual("---"u8))
                return Replace(content, existing ?? (position, position), $"{field}: {value}", lineBreak);
            if (number > 0 && line.StartsWith(prefix))
                existing ??= (position, end);
            position = end;
        }

        return null;
    }

    private static byte[] Replace(ReadOnlySpan<byte> content, (int Start, int End) range, string line, ReadOnlySpan<byte> lineBreak) =>
        [.. content[..range.Start], .. Encoding.UTF8.GetBytes(line), .. lineBreak, .. content[range.End..]];
}
