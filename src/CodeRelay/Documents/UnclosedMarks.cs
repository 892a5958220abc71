namespace CodeRelay.Documents;

/// <summary>
/// Estimates the text that a Markdown parser reads repeatedly: after the start of a link target, comment, instruction, declaration or CDATA
/// it reads on to its end, and without one to the end of the paragraph.
/// </summary>
internal static class UnclosedMarks
{
    /// <summary>The number of characters read repeatedly: about linear in the text when marks are closed, quadratic when they are not.</summary>
    public static long Cost(string text)
    {
        var cost = 0L;
        var (wall, isBlank) = (text.Length, true);
        var (parenthesis, comment, instruction, data, declaration) = (text.Length, text.Length, text.Length, text.Length, text.Length);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            switch (text[i])
            {
                case '\n':
                    wall = isBlank ? i : wall;
                    isBlank = true;
                    continue;
                case ' ' or '\t' or '\r':
                    continue;
                case ')':
                    parenthesis = i;
                    break;
                case '>':
                    declaration = i;
                    comment = Ends(text, i, "--") ? i : comment;
                    instruction = Ends(text, i, "?") ? i : instruction;
                    data = Ends(text, i, "]]") ? i : data;
                    break;
                case '(' when Ends(text, i, "]"):
                    cost += Math.Min(parenthesis, wall) - i;
                    break;
                case '<':
                    cost += Math.Max(0, Math.Min(End(text.AsSpan(i + 1)), wall) - i);
                    break;
            }

            isBlank = false;
        }

        return cost;

        int End(ReadOnlySpan<char> behind) => behind switch
        {
            ['?', ..] => instruction,
            ['!', '-', '-', ..] => comment,
            ['!', '[', ..] => data,
            ['!', ..] => declaration,
            _ => 0,
        };
    }

    private static bool Ends(string text, int at, string with) => text.AsSpan(0, at).EndsWith(with, StringComparison.Ordinal);
}
