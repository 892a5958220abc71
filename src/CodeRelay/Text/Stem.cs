using System.Buffers;

namespace CodeRelay.Text;

/// <summary>
/// Removes a word's ending, so that "retries", "retried" and "retry" match. Long words keep only their first letters, which
/// does for most written languages what a stemmer does for one (McNamee and Mayfield, "Character N-gram Tokenization", 2004).
/// </summary>
internal static class Stem
{
    private const int Kept = 6;
    private const int Shortest = 3;

    private static readonly string[] Endings = ["ing", "ied", "ies", "ed", "es", "s"];

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouAEIOU");

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length <= Shortest || char.IsAsciiDigit(word[^1]))
            return word;
        if (word.Length > Kept + 2)
            return word[..Kept];
        if (!char.IsAsciiLetter(word[^1]))
            return word[..Math.Min(word.Length, Math.Clamp(word.Length - 2, Shortest + 1, Kept))];
        var stem = WithoutFinal(WithoutEnding(word));
        return stem[..Math.Min(stem.Length, Kept)];
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            var stem = word.Length - ending.Length;
            if (stem >= Shortest && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && word[..stem].ContainsAny(Vowels))
                return word[..stem];
        }

        return word;
    }

    private static ReadOnlySpan<char> WithoutFinal(ReadOnlySpan<char> word) =>
        word.Length > Shortest && (char.ToLowerInvariant(word[^1]) is 'e' or 'y' || word[^1] == word[^2]) ? word[..^1] : word;
}
