using System.Globalization;
using System.Text;

namespace CodeRelay.Git;

/// <summary>Parses commits from `git log` in our own format.</summary>
internal static class CommitRecords
{
    /// <summary>The first character of each record.</summary>
    public const char Separator = '\u001e';

    private const char FieldSeparator = '\u001f';

    // %x1f and %x1e cannot occur in paths or messages that git accepts from its porcelain; -z would not separate records from paths.
    private const string Format = "--format=%x1e%H%x1f%ct%x1f%an%x1f%s%x1f%b%x1f";

    private const int FewestFields = 6;

    private static readonly string[] SafeLog = ["log", "--no-ext-diff", "--no-textconv", "--no-color", "--no-show-signature"];

    /// <summary>The command that writes the records; paths follow each record when an option requests them.</summary>
    public static string[] Log { get; } = [.. SafeLog, Format];

    /// <summary>The same, with the parents' ids before the paths.</summary>
    public static string[] LogWithParents { get; } = [.. SafeLog, Format + "%P%x1f"];

    /// <summary>Parses one record without its separator; null when it is not a record.</summary>
    public static Commit? Parse(ReadOnlySpan<char> record) => Parse(record, likelyAuthor: "", out _);

    /// <summary>Parses a record with parents.</summary>
    /// <param name="record">The record without its separator.</param>
    /// <param name="parents">The ids of the parents; empty for a root commit.</param>
    public static Commit? Parse(ReadOnlySpan<char> record, out string[] parents)
    {
        var commit = Parse(record, likelyAuthor: "", out var ids);
        parents = ids.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return commit;
    }

    /// <summary>Parses all records. Decodes them one by one: five hundred commits as one text would be a large object, whose pages must be cleared first.</summary>
    public static IReadOnlyList<Commit> ParseAll(ReadOnlySpan<byte> log)
    {
        var commits = new List<Commit>();
        var buffer = new char[1024];
        var author = "";
        foreach (var record in log.Split((byte)Separator))
        {
            var bytes = log[record];
            if (buffer.Length < bytes.Length)
                buffer = new char[bytes.Length];
            if (Parse(buffer.AsSpan(0, Encoding.UTF8.GetChars(bytes, buffer)), author, out _) is { } commit)
            {
                commits.Add(commit);
                author = commit.Author;
            }
        }

        return commits;
    }

    // Consecutive commits usually have the same author, so the string is shared.
    private static Commit? Parse(ReadOnlySpan<char> record, string likelyAuthor, out ReadOnlySpan<char> parents)
    {
        parents = [];
        Span<Range> fields = stackalloc Range[FewestFields + 1];
        var count = record.Split(fields, FieldSeparator);
        if (count < FewestFields || !long.TryParse(record[fields[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return null;
        if (count > FewestFields)
            parents = record[fields[count - 2]];
        var author = record[fields[2]];
        return new Commit(
            record[fields[0]].ToString(),
            DateTimeOffset.FromUnixTimeSeconds(seconds),
            record[fields[3]].ToString(),
            record[fields[4]].Trim().ToString(),
            Lines(record[fields[count - 1]])) { Author = author.SequenceEqual(likelyAuthor) ? likelyAuthor : author.ToString() };
    }

    private static IReadOnlyList<string> Lines(ReadOnlySpan<char> paths) =>
        paths.Trim('\n').IsEmpty ? [] : paths.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
