using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>
/// The anchors of a document: its headings as GitHub makes them (lower case, spaces to hyphens, punctuation dropped, `-1` for a second equal one),
/// and `id` and `name` attributes. Compared by letters and digits only, since hosts differ in the hyphens.
/// </summary>
internal sealed partial class HeadingAnchors
{
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    public HeadingAnchors(Document document)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var section in document.Sections.Where(section => section.Level is >= 1 and <= 6))
        {
            var slug = Slug(section.Title);
            var count = seen[slug] = seen.GetValueOrDefault(slug) + 1;
            _anchors.Add(Bare(count == 1 ? slug : $"{slug}-{count - 1}"));
            if (CustomId().Match(section.Title) is { Success: true } custom)
                _anchors.Add(Bare(custom.Groups["id"].Value));
        }

        foreach (Match match in Attribute().Matches(document.Text.Content))
            _anchors.Add(Bare(match.Groups["id"].Value));
    }

    /// <summary>True when the document has an anchor.</summary>
    /// <param name="anchor">As written after '#', possibly percent-encoded.</param>
    public bool Contains(string anchor)
    {
        var bare = Bare(Uri.UnescapeDataString(anchor).ToLowerInvariant());
        return bare.Length == 0 || bare == "top" || _anchors.Contains(bare) || bare.StartsWith("usercontent", StringComparison.Ordinal) && _anchors.Contains(bare["usercontent".Length..]);
    }

    /// <summary>The anchor that GitHub makes of a heading.</summary>
    public static string Slug(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var rune in heading.Trim().ToLowerInvariant().EnumerateRunes())
        {
            if (rune.Value == ' ')
                slug.Append('-');
            else if (rune.Value is '-' or '_' || IsWord(rune))
                slug.Append(rune.ToString());
        }

        return slug.ToString();
    }

    private static string Bare(string anchor) => string.Concat(anchor.ToLowerInvariant().EnumerateRunes().Where(IsWord).Select(rune => rune.ToString()));

    private static bool IsWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    [GeneratedRegex(@"\{#(?<id>[\w-]+)\}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CustomId();

    [GeneratedRegex(@"<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*[""']?(?<id>[^""'\s<>]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();
}
