using System.Buffers;

namespace CodeRelay.Evidence;

/// <summary>Finds any of some phrases in a text, whatever their case; whole words only where a script has words.</summary>
internal sealed class PhraseList
{
    private readonly SearchValues<string> _any;
    private readonly string[] _phrases;

    /// <param name="phrases">Words or phrases; one that ends with '*' also finds longer words that begin with it.</param>
    public PhraseList(params IEnumerable<string> phrases)
    {
        _phrases = [.. phrases];
        _any = SearchValues.Create([.. _phrases.Select(Bare)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Tells whether a phrase occurs.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Find(text) >= 0;

    /// <summary>The offset of the first phrase, or -1.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var found = text[at..].IndexOfAny(_any);
            if (found < 0)
                return -1;
            at += found;
            foreach (var phrase in _phrases)
            {
                if (IsAt(text, at, phrase))
                    return at;
            }
        }

        return -1;
    }

    private static string Bare(string phrase) => phrase.TrimEnd('*');

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
