namespace CodeRelay.Evidence;

/// <summary>Finds any of some phrases in a text, whatever their case; whole words only where a script has words.</summary>
internal sealed class PhraseList
{
    // By their first letter: a search automaton for each list takes longer to build than one packet takes to read.
    private readonly Dictionary<char, string[]> _byFirst;

    /// <param name="phrases">Words or phrases; one that ends with '*' also finds longer words that begin with it.</param>
    public PhraseList(params IEnumerable<string> phrases) =>
        _byFirst = phrases.GroupBy(phrase => char.ToUpperInvariant(phrase[0])).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Tells whether a phrase occurs.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Find(text) >= 0;

    /// <summary>The offset of the first phrase, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var isInWord = false;
        for (var at = 0; at < text.Length; at++)
        {
            var isWord = Letters.IsWord(text[at]);
            // Inside a word no phrase begins, unless the script writes words without spaces.
            if ((!isInWord || !isWord || Letters.IsUnspaced(text[at])) && _byFirst.TryGetValue(char.ToUpperInvariant(text[at]), out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (IsAt(text, at, phrase))
                        return at;
                }
            }

            isInWord = isWord;
        }

        return -1;
    }

    private static bool IsAt(ReadOnlySpan<char> text, int at, string phrase)
    {
        var bare = phrase.AsSpan().TrimEnd('*');
        if (!text[at..].StartsWith(bare, StringComparison.OrdinalIgnoreCase))
            return false;
        if (Letters.IsUnspaced(bare[0]))
            return true;
        var end = at + bare.Length;
        return (at == 0 || !Letters.IsWord(text[at - 1]) || !Letters.IsWord(bare[0]))
            && (phrase.Length > bare.Length || end == text.Length || !Letters.IsWord(text[end]) || !Letters.IsWord(bare[^1]));
    }
}
