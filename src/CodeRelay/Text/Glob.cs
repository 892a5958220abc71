using System.Text;
using System.Text.RegularExpressions;

namespace CodeRelay.Text;

/// <summary>Path patterns as in .editorconfig: `*` and `?` match within a segment, `**` across segments, and `[a-z]`, `[!a]`, `{a,b}`.</summary>
internal static class Glob
{
    /// <summary>True when a word contains a wildcard.</summary>
    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny("*?[{") >= 0;

    /// <summary>True when the whole path ('/' separators) matches; an invalid pattern matches nothing.</summary>
    public static bool IsMatch(string pattern, string path)
    {
        try
        {
            return Regex.IsMatch(path, $"^{Translate(pattern)}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(200));
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string Translate(string glob)
    {
        var pattern = new StringBuilder();
        var braces = 0;
        for (var i = 0; i < glob.Length; i++)
        {
            switch (glob[i])
            {
                case '*' when i + 1 < glob.Length && glob[i + 1] == '*':
                    i++;
                    // a/**/b also matches a/b
                    if (i + 1 < glob.Length && glob[i + 1] == '/')
                    {
                        i++;
                        pattern.Append("(.*/)?");
                    }
                    else
                    {
                        pattern.Append(".*");
                    }

                    break;
                case '*':
                    pattern.Append("[^/]*");
                    break;
                case '?':
                    pattern.Append("[^/]");
                    break;
                case '[' when glob.IndexOf(']', i) is var close and > 0:
                    pattern.Append('[').Append(glob[(i + 1)..close].Replace("!", "^", StringComparison.Ordinal)).Append(']');
                    i = close;
                    break;
                case '{':
                    braces++;
                    pattern.Append('(');
                    break;
                case ',' when braces > 0:
                    pattern.Append('|');
                    break;
                case '}' when braces > 0:
                    braces--;
                    pattern.Append(')');
                    break;
                case var c:
                    pattern.Append(Regex.Escape(c.ToString()));
                    break;
            }
        }

        return pattern.ToString();
    }
}
