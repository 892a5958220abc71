using System.Buffers;

namespace CodeRelay.Rules.Safety;

/// <summary>A range of text that looks like a credential.</summary>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">Length of the value in UTF-16 units, without its key or quotes.</param>
/// <param name="What">The kind of credential: "a GitHub token". Never the value.</param>
internal readonly record struct SecretMatch(int Start, int Length, string What);

/// <summary>Finds credentials by their shape, by the words before them, and by their randomness.</summary>
internal static class SecretScanner
{
    /// <summary>All matches in a text, in order; of overlapping matches the earlier detector's is kept.</summary>
    public static IReadOnlyList<SecretMatch> Scan(string text)
    {
        var found = new List<SecretMatch>();
        Add(found, PrivateKeys.Find(text));
        Add(found, TokenShapes.Find(text));
        Add(found, ConnectionStrings.Find(text));
        Add(found, Credentials.Find(text));
        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    private static void Add(List<SecretMatch> found, IEnumerable<SecretMatch> more)
    {
        // Only matches of other detectors can overlap: one detector never reports a range twice.
        var before = found.ToArray();
        foreach (var match in more)
        {
            if (!Array.Exists(before, other => match.Start < other.Start + other.Length && other.Start < match.Start + match.Length))
                found.Add(match);
        }
    }
}

/// <summary>Finds passwords in addresses: scheme://user:password@host.</summary>
internal static class ConnectionStrings
{
    private const int LongestCredential = 200;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`<>()[]{}|/?#");
    private static readonly HashSet<string> Trivial = new(StringComparer.OrdinalIgnoreCase) { "pass", "pw", "pwd", "postgres", "root", "admin", "user", "guest", "dev", "local", "mysql", "mongo", "redis", "sa" };

    public static IEnumerable<SecretMatch> Find(string text)
    {
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var start = at + 3;
            var authority = text.AsSpan(start, Math.Min(text.Length - start, LongestCredential));
            var end = authority.IndexOfAny(Ends);
            if (end >= 0)
                authority = authority[..end];
            var host = authority.LastIndexOf('@');
            var colon = host < 0 ? -1 : authority[..host].IndexOf(':');
            if (colon < 0)
                continue;
            var password = authority[(colon + 1)..host];
            if (password.Length >= 4 && !Placeholder.Is(password) && !password.SequenceEqual(authority[..colon]) && !Trivial.Contains(password.ToString()))
                yield return new SecretMatch(start + colon + 1, password.Length, "a password in an address");
        }
    }
}

/// <summary>Finds non-empty private keys in PEM or OpenPGP armour.</summary>
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
