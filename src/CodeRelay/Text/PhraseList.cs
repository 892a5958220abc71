namespace CodeRelay.Text;

/// <summary>Finds any of several phrases in a text, ignoring case; as whole words in scripts with spaces.</summary>
internal sealed class PhraseList
{
    private const int Buckets = 128;

    private readonly string[] _phrases;

    // Hash chains by the first letter, as one-based indexes: building a search automaton per list, or even a dictionary of groups, takes
    // longer than reading one packet.
    private readonly short[] _first = new short[Buckets];
    private readonly short[] _next;

    /// <param name="phrases">Words or phrases; a '*' at the end also matches longer words.</param>
    public PhraseList(params string[] phrases)
    {
        _phrases = phrases;
        _next = new short[phrases.Length];
        for (var i = 0; i < phrases.Length; i++)
        {
            ref var chain = ref _first[Bucket(phrases[i][0])];
            _next[i] = chain;
            chain = checked((short)(i + 1));
        }
    }

    /// <summary>True when a phrase occurs.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Find(text) >= 0;

    /// <summary>The offset of the first phrase, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        var isInWord = false;
        for (var at = 0; at < text.Length; at++)
        {
            var isWord = Letters.IsWord(text[at]);
            // A phrase does not begin inside a word, except in scripts without spaces.
            if (!isInWord || !isWord || Letters.IsUnspaced(text[at]))
            {
                for (var one = _first[Bucket(text[at])]; one > 0; one = _next[one - 1])
                {
                    if (IsAt(text, at, _phrases[one - 1]))
                        return at;
                }
            }

            isInWord = isWord;
        }

        return -1;
    }

    private static int Bucket(char first) => char.ToUpperInvariant(first) % Buckets;

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
