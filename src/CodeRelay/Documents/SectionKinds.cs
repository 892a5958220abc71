using System.Text;

namespace CodeRelay.Documents;

/// <summary>
/// Classifies sections by words in their headings. The longest phrase wins ("what's not done" beats "done"); text before a bracket
/// or dash wins over text after it. Scripts without spaces match anywhere, others only at word boundaries.
/// </summary>
internal static class SectionKinds
{
    // An everyday word with a smaller share of the heading does not decide its kind.
    private const double SmallestShareOfEverydayWord = 0.6;

    // Text in brackets or after a dash decides the kind only when the phrase is most of it.
    private const double SmallestShareOfTail = 0.6;
    private const double SmallestShareOfTailAlone = 0.4;

    private static readonly string[] TailMarks = [" — ", " – ", " - ", ": ", "：", " (", "（", " ["];
    private static readonly string[] Conjunctions = ["/", "&", "+", ",", "·", "、", "，", "・", " and ", " or ", " und ", " et ", " y ", " и ", " ve ", " oraz ", " và "];

    private static readonly Dictionary<string, (SectionKind Kind, bool IsEveryday)> Phrases = ReadPhrases();

    private static readonly Dictionary<string, (SectionKind Kind, bool IsEveryday)>.AlternateLookup<ReadOnlySpan<char>> PhrasesBySpan = Phrases.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestPhrase = Phrases.Keys.Max(phrase => phrase.Length);

    /// <summary>The kind of a heading or label.</summary>
    public static SectionKind Of(string heading) => Match(heading).Kind;

    /// <summary>All kinds in a heading ("Risks and next steps"), the leading one first.</summary>
    public static IReadOnlyList<SectionKind> AllOf(string heading)
    {
        var leading = Of(heading);
        return leading == SectionKind.None
            ? []
            : [.. Head(heading).Split(Conjunctions, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Of).Where(kind => kind != SectionKind.None).Prepend(leading).Distinct()];
    }

    /// <summary>The kind, and the share of the text (0 to 1) that the deciding phrase covers.</summary>
    internal static (SectionKind Kind, double Share) Match(string heading)
    {
        var head = Head(heading);
        var match = Longest(Normalize(head));
        if (head.Length == heading.Length)
            return match;
        var tail = Longest(Normalize(heading[head.Length..]));
        if (match.Kind == SectionKind.None)
            return tail.Share >= (IsBracket(heading, head.Length) ? SmallestShareOfTail : SmallestShareOfTailAlone) ? tail : default;
        // "Backlog (completed)" is history, "Completed — do not redo" a prohibition.
        return tail is { Kind: SectionKind.Done or SectionKind.Constraints, Share: >= SmallestShareOfTail } ? tail : match;
    }

    private static Dictionary<string, (SectionKind Kind, bool IsEveryday)> ReadPhrases()
    {
        var phrases = new Dictionary<string, (SectionKind Kind, bool IsEveryday)>(SectionWords.Table.Sum(row => row.Phrases.Length), StringComparer.Ordinal);
        foreach (var (kind, words) in SectionWords.Table)
        {
            foreach (var word in words)
                phrases.Add(word.TrimStart('?'), (kind, word.StartsWith('?')));
        }

        return phrases;
    }

    private static bool IsBracket(string heading, int at) => heading[at..].TrimStart() is ['(' or '（' or '[', ..];

    private static string Head(string heading)
    {
        var end = TailMarks.Select(mark => heading.IndexOf(mark, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(heading.Length).Min();
        return heading[..end];
    }

    private static (SectionKind Kind, double Share) Longest(string text)
    {
        var best = (Kind: SectionKind.None, Length: 0);
        for (var start = 0; start < text.Length; start++)
        {
            if (text[start] == ' ' || !IsBoundary(text, start))
                continue;
            for (var end = Math.Min(text.Length, start + LongestPhrase); end - start > best.Length; end--)
            {
                if (IsBoundary(text, end) && PhrasesBySpan.TryGetValue(text.AsSpan(start, end - start), out var found)
                    && (!found.IsEveryday || end - start >= SmallestShareOfEverydayWord * text.Length))
                    best = (found.Kind, end - start);
            }
        }

        return best.Length == 0 ? default : (best.Kind, (double)best.Length / text.Length);
    }

    private static bool IsBoundary(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]) || IsUnspacedScript(text[at - 1]) || IsUnspacedScript(text[at]);

    private static string Normalize(string heading)
    {
        var text = new StringBuilder(heading.Length);
        foreach (var c in heading)
        {
            var plain = c is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(c);
            if (char.IsLetter(plain) || plain is '\'' or '-' or ';' or '/' or ',' || char.IsDigit(plain) && text.Length > 0)
                text.Append(plain);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }

        return text.ToString().Trim(' ', '-', ',', '/', ';');
    }

    // Chinese and Japanese put no spaces between words; Korean attaches particles to them.
    private static bool IsUnspacedScript(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
