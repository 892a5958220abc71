namespace CodeRelay.Documents;

/// <summary>One word of a command line.</summary>
/// <param name="Start">Index in the line.</param>
/// <param name="Length">Length in the line, quotes included.</param>
/// <param name="Text">The word without quotes, or the operator.</param>
/// <param name="IsOperator">True for `&amp;&amp;`, `||`, `|`, `;`, `&gt;` and similar.</param>
internal readonly record struct ShellWord(int Start, int Length, string Text, bool IsOperator)
{
    /// <summary>True for an operator between two commands.</summary>
    public bool EndsCommand => IsOperator && Text[0] is '&' or '|' or ';' && Text.Trim(' ') is "&&" or "||" or "|" or ";" or "&";

    /// <summary>Splits a line as POSIX shells and PowerShell do, without expansion; a comment ends it.</summary>
    public static IReadOnlyList<ShellWord> Split(string line)
    {
        var words = new List<ShellWord>();
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }

            if (line[at] == '#')
                break;
            var start = at;
            if (line[at] is '|' or '&' or ';' or '>' or '<')
            {
                // `<name>` is a placeholder, not two redirections.
                if (line[at] == '<' && PlaceholderEnd(line, at) is { } end)
                {
                    at = end;
                    words.Add(new ShellWord(start, at - start, line[start..at], IsOperator: false));
                    continue;
                }

                while (at < line.Length && line[at] is '|' or '&' or ';' or '>' or '<' && at - start < 3)
                    at++;
                words.Add(new ShellWord(start, at - start, line[start..at], IsOperator: true));
                continue;
            }

            at = EndOfWord(line, at);
            words.Add(new ShellWord(start, at - start, Unquote(line[start..at]), IsOperator: false));
        }

        return words;
    }

    private static int EndOfWord(string line, int at)
    {
        var quote = '\0';
        for (; at < line.Length; at++)
        {
            var c = line[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '<' && PlaceholderEnd(line, at) is { } end)
                at = end - 1;
            else if (char.IsWhiteSpace(c) || c is '|' or '&' or ';' or '>' or '<')
                break;
        }

        return at;
    }

    private static int? PlaceholderEnd(string line, int at)
    {
        var close = at + 1;
        while (close < line.Length && (char.IsLetterOrDigit(line[close]) || line[close] is '-' or '_' or ' ' or '.' or '|'))
            close++;
        return close > at + 1 && close < line.Length && line[close] == '>' && char.IsLetter(line[at + 1]) ? close + 1 : null;
    }

    private static string Unquote(string word) =>
        word.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
}
