namespace CodeRelay.Rules.Safety;

/// <summary>Private keys in PEM or OpenPGP armour with something in them.</summary>
internal static class PrivateKeys
{
    private const string Begin = "-----BEGIN ";
    private const string Kind = "PRIVATE KEY";
    private const int LongestLabel = 40;
    private const int ShortestBody = 40;
    private const int LongestKey = 20_000;

    public static IEnumerable<SecretMatch> Find(string text)
    {
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Begin, at + 1, StringComparison.Ordinal))
        {
            var label = text.AsSpan(at, Math.Min(text.Length - at, LongestLabel + Begin.Length));
            if (!label.Contains(Kind, StringComparison.Ordinal))
                continue;
            var body = text.AsSpan(at, Math.Min(text.Length - at, LongestKey));
            var end = body.IndexOf("-----END ", StringComparison.Ordinal);
            if (end > 0 && HasKey(body[..end]))
                yield return new SecretMatch(at, end, "a private key");
        }
    }

    private static bool HasKey(ReadOnlySpan<char> armour)
    {
        foreach (var line in armour.EnumerateLines())
        {
            var text = line.Trim();
            if (text.Length >= ShortestBody && !text.StartsWith("-----") && text.IndexOfAnyExcept(Base64) < 0 && !Placeholder.Is(text))
                return true;
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<char> Base64 = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\n");
}
