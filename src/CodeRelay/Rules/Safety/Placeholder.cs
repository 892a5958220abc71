using System.Buffers;

namespace CodeRelay.Rules.Safety;

/// <summary>Distinguishes placeholders and names of secrets from secrets.</summary>
internal static class Placeholder
{
    private static readonly string[] Words =
    [
        "example", "placeholder", "your", "changeme", "change-me", "change_me", "redacted", "dummy", "sample", "insert", "replace", "secret", "password", "passwort", "contraseña", "todo", "fake", "mock", "test", "xxxx", "0000", "1234567890", "abcdef", "foobar", "lorem", "<", ">", "${", "{{", "%", "...", "…", "***", "•••",
    ];

    private static readonly SearchValues<string> AnyWord = SearchValues.Create(Words, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> Separators = SearchValues.Create("-_./: ");

    /// <summary>True for example values, variables, masked values, and values of few distinct characters.</summary>
    public static bool Is(ReadOnlySpan<char> value) =>
        value.IndexOfAny(AnyWord) >= 0 || value is ['$' or '@' or '[' or '(' or '{', ..] || Entropy.DistinctCount(value) <= 4;

    /// <summary>True for words joined by separators: the name of a variable, a keychain entry, a service ("login_token_v2").</summary>
    public static bool IsName(ReadOnlySpan<char> value)
    {
        foreach (var piece in value.SplitAny(Separators))
        {
            if (!IsWord(value[piece]))
                return false;
        }

        return true;
    }

    // Letters with at most two digits at the end, or a short number.
    private static bool IsWord(ReadOnlySpan<char> piece)
    {
        var word = piece.TrimEnd("0123456789");
        if (word.IsEmpty)
            return piece.Length <= 4;
        if (piece.Length - word.Length > 2)
            return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }
}
