namespace CodeRelay.Documents;

/// <summary>Writing systems that tokenizers treat differently.</summary>
internal enum Script
{
    None,
    Latin,
    Cyrillic,

    /// <summary>Chinese characters and kana.</summary>
    EastAsian,
    Hangul,
    Other,
}

/// <summary>The character before a word, which a tokenizer merges with it.</summary>
internal enum WordLead
{
    None,
    Space,
    Mark,
}

/// <summary>
/// The average tokens of a piece of text in the o200k vocabulary, by script and length: linear functions fitted to about nine hundred
/// Markdown files in ten languages.
/// </summary>
internal static class TokenCosts
{
    private const int LongestCheapRun = 40;

    /// <summary>Tokens of a word with the character before it.</summary>
    /// <param name="script">Its writing system.</param>
    /// <param name="lead">The character before it.</param>
    /// <param name="length">Letters in UTF-16 units.</param>
    /// <param name="isCapitals">True for two or more capitals without lower-case letters.</param>
    /// <param name="hasAccent">True when a Latin word has letters beyond ASCII.</param>
    public static double OfWord(Script script, WordLead lead, int length, bool isCapitals, bool hasAccent) => (script, lead) switch
    {
        (Script.Latin, _) when hasAccent => OfAccented(lead, length),
        (Script.Latin, _) when isCapitals => OfCapitals(lead, length),
        (Script.Latin, WordLead.Space) => 1.02 + 0.035 * Math.Max(0, length - 5),
        (Script.Latin, WordLead.None) => 1.02 + 0.065 * Math.Max(0, length - 3),
        (Script.Latin, _) => 1.02 + 0.115 * Math.Max(0, length - 1),
        (Script.Cyrillic, WordLead.Space) => Math.Max(1.03, 0.35 + 0.21 * length),
        (Script.Cyrillic, WordLead.None) => Math.Max(1, 0.35 + 0.34 * length),
        (Script.Cyrillic, _) => 1.5 + 0.29 * length,
        (Script.EastAsian, WordLead.Space) => 0.8 + 0.71 * length,
        (Script.EastAsian, WordLead.None) => Math.Max(1, 0.3 + 0.71 * length),
        (Script.EastAsian, _) => 1.25 + 0.72 * length,
        (Script.Hangul, WordLead.Space) => 0.55 + 0.57 * length,
        (Script.Hangul, WordLead.None) => 0.6 + 0.6 * length,
        (Script.Hangul, _) => 1.7 + 0.6 * length,
        (_, WordLead.Mark) => 1.2 + 0.5 * length,
        _ => 0.4 + 0.5 * length,
    };

    /// <summary>Tokens of a run of punctuation and symbols.</summary>
    /// <param name="asciiRuns">Runs of one repeated ASCII character.</param>
    /// <param name="otherRuns">Runs of one repeated other character.</param>
    /// <param name="length">Length in characters.</param>
    public static double OfMarks(int asciiRuns, int otherRuns, int length)
    {
        var ascii = asciiRuns switch
        {
            0 => 0,
            <= 2 => 0.95 + 0.05 * asciiRuns,
            _ => 1.45 + 0.5 * (asciiRuns - 3),
        };
        var first = asciiRuns == 0 && otherRuns > 0 ? 0.25 : 0;
        return ascii + first + 0.75 * otherRuns + length / LongestCheapRun;
    }

    private static double OfAccented(WordLead lead, int length) => (lead, length) switch
    {
        (WordLead.Space, <= 5) => 1.3,
        (WordLead.None, <= 5) => 1.95,
        (_, <= 5) => 2.2,
        (WordLead.Space, _) => 0.35 + 0.16 * length,
        (WordLead.None, _) => 0.9 + 0.16 * length,
        _ => 1.9 + 0.16 * length,
    };

    private static double OfCapitals(WordLead lead, int length) => lead switch
    {
        WordLead.Space => 1 + 0.13 * Math.Max(0, length - 2),
        WordLead.None => 1 + 0.25 * Math.Max(0, length - 2),
        _ => 1.25 + 0.13 * length,
    };
}
