using CodeRelay.Workspace;

namespace CodeRelay.Relay;

/// <summary>
/// A short token for a text. Whoever repeats it has read that text. It proves nothing against somebody who forges texts on purpose, and
/// need not: the inbox belongs to the reader.
/// </summary>
internal static class Sentinel
{
    // No letters that look like digits.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Length = 10;

    /// <summary>The token, `hs-` and ten letters and digits. Line ends and blanks around the text do not count.</summary>
    public static string Of(string body)
    {
        var hash = new StableHash();
        foreach (var line in body.AsSpan().Trim().EnumerateLines())
            hash.Add(line);
        var rest = (ulong)hash.Value;
        Span<char> token = stackalloc char[Length];
        foreach (ref var letter in token)
        {
            letter = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
            rest /= (ulong)Alphabet.Length;
        }

        return $"hs-{token}";
    }
}
