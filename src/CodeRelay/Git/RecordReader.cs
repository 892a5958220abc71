using System.Text;

namespace CodeRelay.Git;

/// <summary>Reads UTF-8 text record by record, no further than needed.</summary>
internal static class RecordReader
{
    /// <summary>The first record that matches, or null.</summary>
    /// <param name="stream">The text.</param>
    /// <param name="separator">The first character of each record; text before the first one is skipped.</param>
    /// <param name="isWanted">Called for each record in order, without its separator.</param>
    public static string? Find(Stream stream, char separator, Predicate<string> isWanted)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var record = new StringBuilder();
        var hasBegun = false;
        var buffer = new char[4096];
        while (reader.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            foreach (var c in buffer.AsSpan(0, count))
            {
                if (c != separator)
                {
                    record.Append(c);
                    continue;
                }

                if (hasBegun && record.ToString() is var complete && isWanted(complete))
                    return complete;
                hasBegun = true;
                record.Clear();
            }
        }

        return hasBegun && record.ToString() is var last && isWanted(last) ? last : null;
    }
}
