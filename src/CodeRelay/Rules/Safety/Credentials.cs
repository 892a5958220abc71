using System.Buffers;


namespace CodeRelay.Rules.Safety;

/// <summary>Finds values after a word for a credential: `password=…`, `API_KEY: …`, `--token …`, the next cell of a table.</summary>
internal static class Credentials
{
    private const int LongestValue = 300;
    private const int LongestRemark = 48;
    private const int ShortestPassword = 6;
    private const int ShortestToken = 16;
    private const double LeastEntropy = 3.2;

    private static readonly string[] Passwords =
        ["password", "passwd", "passphrase", "pwd", "passwort", "kennwort", "mot de passe", "contraseña", "senha", "пароль", "密码", "口令", "パスワード", "비밀번호", "mật khẩu", "hasło", "parola", "şifre"];

    private static readonly string[] Tokens =
        ["secret", "token", "api key", "apikey", "api_key", "api-key", "access key", "access_key", "accesskey", "private_key", "client_secret", "client secret", "auth_key", "authkey", "credential", "bearer", "clé api", "clé d'api", "clave api", "clave de api", "chave api", "chave de api", "api キー", "apiキー", "api 키", "密钥", "令牌", "ключ", "токен", "schlüssel"];

    private static readonly SearchValues<string> AnyWord = SearchValues.Create([.. Passwords, .. Tokens], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\r\n\"'`<>|,;，；。）)」");

    private static readonly SearchValues<char> Symbols = SearchValues.Create("!@#$%^&*+?");
    private static readonly SearchValues<char> Brackets = SearchValues.Create("(){}[]\\");

    public static IEnumerable<SecretMatch> Find(string text)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            var word = WordAt(text, at, out var isPassword);
            var value = ValueAfter(text, at + word.Length);
            if (value.Length == 0 || !IsSecret(text.AsSpan(value.Start, value.Length), isPassword, text.AsSpan(at + word.Length, value.Start - at - word.Length)))
                continue;
            yield return new SecretMatch(value.Start, value.Length, isPassword ? "a password" : "a secret value");
            at = value.Start + value.Length - 1;
        }
    }

    private static int Next(string text, int from)
    {
        var found = from < text.Length ? text.AsSpan(from).IndexOfAny(AnyWord) : -1;
        return found < 0 ? -1 : from + found;
    }

    private static string WordAt(string text, int at, out bool isPassword)
    {
        var rest = text.AsSpan(at);
        foreach (var word in Passwords)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                isPassword = true;
                return word;
            }
        }

        isPassword = false;
        foreach (var word in Tokens)
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        return "";
    }

    // The rest of the key ("_PROD"), then a separator, then the value, possibly quoted.
    private static (int Start, int Length) ValueAfter(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-') && text[at] < 0x80)
            at++;
        at = BehindRemark(text, at);
        var start = at;
        var separators = 0;
        var brackets = 0;
        while (at < text.Length && (text[at] is ' ' or '*' or '"' or '\'' or '`' or '「' or ')' or '）' || IsSeparator(text[at])))
        {
            separators += IsSeparator(text[at]) ? 1 : 0;
            brackets += text[at] is ')' or '）' ? 1 : 0;
            at++;
        }

        // "(api key): …" introduces a value, "(a token) …" ends a remark.
        if (brackets > 1 || brackets > separators)
            return default;

        var isFlagOrQuote = at > start && (text[at - 1] is '`' or '"' or '\'' || text[start] == ' ' && IsFlag(text, start));
        if (separators > 2 || separators == 0 && !isFlagOrQuote)
            return default;
        var length = text.AsSpan(at, Math.Min(LongestValue, text.Length - at)).IndexOfAny(ValueEnds);
        return (at, length < 0 ? Math.Min(LongestValue, text.Length - at) : length);
    }

    // "API key (staging): …": a short remark in brackets between the word and its separator.
    private static int BehindRemark(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestRemark, text.Length - at));
        if (!rest.TrimStart().StartsWith("(") || rest.IndexOfAny(')', '\n') is var close && (close < 0 || rest[close] != ')'))
            return at;
        return rest[(close + 1)..].TrimStart(" *") is [var next, ..] && IsSeparator(next) ? at + close + 1 : at;
    }

    private static bool IsSeparator(char c) => c is '=' or ':' or '：' or '|';

    private static bool IsFlag(string text, int end)
    {
        var start = end;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && end - start < 40)
            start--;
        return text.AsSpan(start, end - start).StartsWith("-");
    }

    private static bool IsSecret(ReadOnlySpan<char> value, bool isPassword, ReadOnlySpan<char> between)
    {
        // Quotes delimit the value exactly; without them a sentence may end after it.
        if (between is not [.., '"' or '\'' or '`' or '「'])
            value = value.TrimEnd("*.:!?");
        if (value.StartsWith("0x") || Placeholder.Is(value) || Placeholder.IsName(value) || IsCode(value) || IsUuid(value) || value.Contains("://", StringComparison.Ordinal))
            return false;
        var hasDigit = value.ContainsAnyInRange('0', '9');
        var hasLetter = false;
        foreach (var c in value)
            hasLetter |= char.IsAsciiLetter(c);
        if (isPassword)
            return value.Length >= ShortestPassword && !between.Contains('\n') && (hasLetter ? hasDigit || value.ContainsAny(Symbols) : hasDigit && value.Length > ShortestPassword && between is "=");
        return value.Length >= ShortestToken && hasDigit && hasLetter && Entropy.BitsPerCharacter(value) >= LeastEntropy && !value.Contains('/') && !between.Contains('\n');
    }

    private static bool IsCode(ReadOnlySpan<char> value) => value.ContainsAny(Brackets) || value.Contains("=>", StringComparison.Ordinal) || value.StartsWith("process.env") || value.StartsWith("os.env");

    private static bool IsUuid(ReadOnlySpan<char> value) => Guid.TryParseExact(value, "D", out _);
}
