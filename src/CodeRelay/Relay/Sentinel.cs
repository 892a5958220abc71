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

    // In characters. Readers hold no more than a beginning of what is very long, and must come to the writer's token all the same.
    private const int LongestText = 1_000_000;

    /// <summary>The token, `hs-` and ten letters and digits. Line ends and blanks around the text do not count, nor does what comes after the first million characters.</summary>
    public static string Of(string body)
    {
        var hash = new StableHash();
        var text = body.AsSpan().Trim();
        foreach (var line in text[..Math.Min(text.Length, LongestText)].EnumerateLines())
            hash.Add(line);
        var rest = (ulong)hash.Value;
        Span<char> token = stackalloc char[Length];
        foreach (ref var letter in token)
        {
            letter = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
            rest /= (ulong)Alphabet.Length;
        }

        return string.Concat("hs-", token);
    }
}
