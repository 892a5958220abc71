using System.Text;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The text of a handoff file, parsed line by line as contract 1.1 requires and not as YAML, because values are unquoted whatever they
/// contain. A byte order mark and CR LF are accepted.
/// </summary>
internal sealed class HandoffText
{
    /// <summary>The fields that every handoff must have.</summary>
    public static IReadOnlyList<string> RequiredFields { get; } = ["name", "description", "from", "to", "created", "branch", "head", "dirty_files_count", "session_tool"];

    /// <summary>The only required section.</summary>
    public const string RequiredHeading = "## Immediate next action";

    private readonly string _text;
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly int _bodyStart;

    public HandoffText(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        _text = Encoding.UTF8.GetString(utf8);
        _bodyStart = ReadFields();
    }

    /// <summary>True when the front matter is missing or not closed.</summary>
    public bool IsMalformed => _bodyStart == 0;

    /// <summary>The text after the front matter; the whole text when there is none.</summary>
    public string Body => _text[_bodyStart..];

    /// <summary>A field's value, or null when it is missing or empty.</summary>
    public string? this[string field] => _fields.GetValueOrDefault(field) is { Length: > 0 } value ? value : null;

    /// <summary>All fields in their order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>A token of the body alone: the same for writer and reader, different after any change.</summary>
    public string Sentinel => CodeRelay.Agents.Handoffs.Sentinel.Of(Body);

    /// <summary>The violations of the format, one sentence each; empty for a valid handoff.</summary>
    public IEnumerable<string> Problems
    {
        get
        {
            if (IsMalformed)
            {
                yield return "the front matter is missing or not closed: the first line must be `---`, and another one must end it";
                yield break;
            }

            foreach (var missing in RequiredFields.Where(name => this[name] is null))
                yield return $"the field '{missing}' is missing or empty; required are {string.Join(", ", RequiredFields)}";
            if (!HasLine(Body, RequiredHeading))
                yield return $"the section `{RequiredHeading}` is missing: write the first concrete step there";
        }
    }

    private static bool HasLine(string text, string wanted)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimEnd().SequenceEqual(wanted))
                return true;
        }

        return false;
    }

    private int ReadFields()
    {
        var position = 0;
        var isFirst = true;
        string? last = null;
        while (position < _text.Length)
        {
            var end = _text.IndexOf('\n', position);
            var next = end < 0 ? _text.Length : end + 1;
            var line = _text.AsSpan(position, (end < 0 ? _text.Length : end) - position).TrimEnd();
            position = next;
            if (isFirst && line is not "---")
                return 0;
            if (!isFirst && line is "---")
                return position;
            if (!isFirst)
                last = ReadField(line, last);
            isFirst = false;
        }

        _fields.Clear();
        return 0;
    }

    // A nested key must not pass for a top-level one, and a block scalar's lines are its value.
    private string? ReadField(ReadOnlySpan<char> line, string? last)
    {
        if (line.IsEmpty)
            return last;
        if (line[0] is ' ' or '\t')
        {
            if (last is not null && _fields[last] is { Length: < MostValue } before && line.Trim() is var more)
                _fields[last] = before.Length == 0 ? more.ToString() : $"{before} {more}";
            return last;
        }

        var colon = line.IndexOf(':');
        if (colon <= 0 || line[0] == '#')
            return null;
        var name = line[..colon].ToString();
        var value = line[(colon + 1)..].Trim();
        var isBlock = value is "|" or ">" or "|-" or ">-" or "|+" or ">+";
        return _fields.TryAdd(name, isBlock ? "" : Unquote(value).ToString()) && isBlock ? name : null;
    }

    private const int MostValue = 4000;

    private static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[0] == value[^1] ? value[1..^1] : value;
}

/// <summary>
/// A short token of a text; a reader that repeats it has read the text. It is no protection against deliberate forgery, and needs none: the
/// inbox belongs to the reader.
/// </summary>
internal static class Sentinel
{
    // Without letters that look like digits.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Length = 10;

    // In characters. Readers hold only the beginning of a very long file and must compute the writer's token from it.
    private const int LongestText = 1_000_000;

    /// <summary>
    /// The token: `hs-` and ten letters and digits. Line ends, surrounding blanks and everything after the first million characters do not
    /// count.
    /// </summary>
    public static string Of(string body)
    {
        var hash = new StableHash();
        var text = body.AsSpan().Trim();
        foreach (var line in text[..Math.Min(text.Length, LongestText)].EnumerateLines())
            hash.Add(line);
        var rest = (ulong)hash.Value;
        Span<char> token = stackalloc char[Length];
        foreach (ref var letter in token)
        {
            letter = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
            rest /= (ulong)Alphabet.Length;
        }

        return string.Concat("hs-", token);
    }
}
