using System.Buffers;

namespace CodeRelay.Rules.Safety;

/// <summary>Addresses that carry a password: scheme://user:password@host.</summary>
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
