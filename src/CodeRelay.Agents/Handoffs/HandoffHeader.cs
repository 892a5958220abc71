using System.Buffers;
using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The front matter of a new handoff. Values are one line each, quoted only where YAML needs it and never escaped, so that a reader without
/// a YAML parser strips the quotes and has the value.
/// </summary>
internal sealed record HandoffHeader
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required WorktreeFacts Facts { get; init; }

    public required string SessionTool { get; init; }

    public string? Topic { get; init; }

    /// <summary>The writer's common git directory; it distinguishes paths with the same slug.</summary>
    public string? Repository { get; init; }

    /// <summary>Further fields in order: those that the writer gave, and the overridden rules.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others { get; init; } = [];

    /// <summary>The block with its delimiters and a blank line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("---\n");
        Append(text, "name", Name);
        Append(text, "description", Description);
        Append(text, "from", From);
        Append(text, "to", To);
        Append(text, "created", ReceiptStamp.Time(Created));
        Append(text, "branch", Facts.Branch ?? "?");
        Append(text, "head", Facts.Head ?? "?");
        Append(text, "dirty_files_count", (Facts.DirtyFiles ?? 0).ToString(CultureInfo.InvariantCulture));
        Append(text, "session_tool", SessionTool);
        Append(text, "topic", Topic);
        Append(text, "repository", Repository);
        foreach (var (key, value) in Others)
            Append(text, key, value);
        return text.Append("---\n\n").ToString();
    }

    private static void Append(StringBuilder text, string key, string? value)
    {
        if (value is not null && HandoffFrame.OneLine(value) is { Length: > 0 } line)
            text.Append(key).Append(": ").Append(Quote(line)).Append('\n');
    }

    private static string Quote(string value)
    {
        if (IsPlain(value))
            return value;
        if (!value.AsSpan().ContainsAny('"', '\\'))
            return $"\"{value}\"";
        return $"'{value.Replace('\'', '’')}'";
    }

    // Characters that a YAML plain scalar must not begin with, or contain.
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@` ");

    private static bool IsPlain(string value) =>
        !Indicators.Contains(value[0]) && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal) && !value.EndsWith(':');
}
