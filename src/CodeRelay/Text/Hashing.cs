namespace CodeRelay.Text;

/// <summary>
/// FNV-1a with 64 bits (Fowler, Noll, Vo): stable across machines and versions, and sufficient for some ten thousand texts.
/// The platform's cryptographic hashes would cost a short process two milliseconds for loading their library.
/// </summary>
internal static class Hashing
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The hash of a text, ignoring case.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
            hash = (hash ^ (c < 0x80 ? (char)(c | (char.IsAsciiLetterUpper(c) ? 0x20 : 0)) : char.ToLowerInvariant(c))) * Prime;
        return hash;
    }

    /// <summary>The hash of bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Offset;
        foreach (var b in bytes)
            hash = (hash ^ b) * Prime;
        return hash;
    }
}
