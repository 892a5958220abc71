using System.Buffers;
using System.Text.RegularExpressions;

namespace CodeRelay.Packets.Lanes;

/// <summary>Compares the names of tools, people and lanes.</summary>
internal static partial class Actors
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(",;(（，、.");

    private static readonly HashSet<string> Selves = new(StringComparer.Ordinal)
    {
        "self", "myself", "me", "same agent", "same session", "same tool", "implementer", "whoever implements it", "selbst", "ich selbst", "moi même", "yo mismo", "сам", "自己", "本人", "自分", "본인",
    };

    /// <summary>True when two texts name the same actor. A separate actor (another session, a person) never is the same.</summary>
    public static bool AreSame(string one, string other) =>
        !WorksApart(one) && !WorksApart(other) && Core(one) is { Length: > 0 } core && core == Core(other);

    /// <summary>True when a text names its own writer, or the unnamed executor.</summary>
    public static bool IsSelf(string text) => !WorksApart(text) && Selves.Contains(Core(text));

    /// <summary>True for a separate actor of the same name: "Codex in a session of its own", "another model".</summary>
    public static bool WorksApart(string text) => Apart().IsMatch(text);

    // Only up to the first punctuation, since the rest describes the actor's task; "claude-code" and "Claude Code" are one tool.
    private static string Core(string text)
    {
        var end = text.AsSpan().IndexOfAny(Ends);
        var head = end > 0 ? text[..end] : text;
        var words = head.ToLowerInvariant().Split([' ', '-', '_', '`', '"', '\'', '*', '@'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words is ["the", ..])
            words.RemoveAt(0);
        if (words is [.., "agent" or "lane" or "cli"] && words.Count > 1 && words is not ["same", ..])
            words.RemoveAt(words.Count - 1);
        return words is ["claude"] ? "claude code" : words is ["openai", "codex"] ? "codex" : string.Join(' ', words);
    }

    [GeneratedRegex(@"\b(?:session|context|instance|conversation|run)\s+of\s+its\s+own\b|\b(?:separate|fresh|new|another|different|other|second|own)\b|\b(?:person|human|people|maintainer)\b|\b(?:eigene[rn]?|andere[rns]?|neue[rn]?|autre|nouvelle|otra|nueva|друг\w+|нов\w+)\b|另一|新会话|别的|別の|新しい|다른|새",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Apart();
}
