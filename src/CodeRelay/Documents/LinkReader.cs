using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Reads link and image targets inside the repository; skips URLs and placeholders.</summary>
internal static partial class LinkReader
{
    public static Mention? Read(Block block, InlineSpan span)
    {
        var target = span.Text;
        if (target.Length == 0 || Other().IsMatch(target))
            return null;
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var suffix = hash < 0 ? default : PathSuffix.Of(target[hash..]);
        return new Mention(MentionKind.Link, block, span.Start, target.Length, target)
        {
            Anchor = hash < 0 ? null : target[(hash + 1)..],
            Line = suffix.Line,
            EndLine = suffix.EndLine,
            IsMarked = true,
        };
    }

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9+.-]+:|//)|[<>{}$|]|\.\.\.|…|(?:^|/)path/to/|^(?:url|link|todo|tbd)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Other();
}
