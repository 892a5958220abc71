namespace CodeRelay.Evidence;

/// <summary>FNV-1a over a text without regard to case: stable, short, and good enough for some ten thousand terms in 64 bits.</summary>
internal static class Hashing
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
            hash = (hash ^ (c < 0x80 ? (char)(c | (char.IsAsciiLetterUpper(c) ? 0x20 : 0)) : char.ToLowerInvariant(c))) * Prime;
        return hash;
    }
}
