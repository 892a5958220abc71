using System.Text.RegularExpressions;

namespace CodeRelay.Packets.Lanes;

/// <summary>A written reason for a switch: "S2: needs a browser", or words alone.</summary>
/// <param name="Rule">The rule with the written id, or the one that the words match; null when there is none.</param>
/// <param name="Text">The text after the id; may be empty.</param>
internal sealed partial record SwitchReason(SwitchRule? Rule, string Text)
{
    /// <summary>True when the reason is never valid.</summary>
    public bool NeverCounts => Rule?.NeverCounts == true;

    public static SwitchReason Parse(string text)
    {
        if (Id().Match(text) is { Success: true } match && SwitchRule.All.FirstOrDefault(rule => rule.Id.Equals(match.Groups["id"].Value, StringComparison.OrdinalIgnoreCase)) is { } named)
            return new SwitchReason(named, match.Groups["text"].Value.Trim());
        return new SwitchReason(NoReason(text), text.Trim());
    }

    private static SwitchRule? NoReason(string text) =>
        Fashion().IsMatch(text) ? SwitchRule.Of("N1")
        : Slow().IsMatch(text) ? SwitchRule.Of("N2")
        : Opinion().IsMatch(text) ? SwitchRule.Of("N3")
        : Variety().IsMatch(text) ? SwitchRule.Of("N4")
        : null;

    [GeneratedRegex(@"^\s*(?<id>[SRN][1-5])\b\s*[:：.,;—–-]*\s*(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\b(?:new(?:er|est)?|latest|better|smarter|hyped|popular|another)\s+model\b|\btry(?:ing)?\s+(?:out\s+)?(?:another|a\s+different|the\s+new)\b|neue(?:re|res|s)?\s+modell|nouveau\s+modèle|nuevo\s+modelo|новая\s+модель|新模型|新しいモデル|새\s?모델", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fashion();

    [GeneratedRegex(@"^\W*(?:it(?:['’]s|\s+is|\s+was)?\s+)?(?:too\s+|very\s+)?(?:slow|zu\s+langsam|lent|lento|медленно|太慢|遅い|느림)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slow();

    [GeneratedRegex(@"\bsecond\s+opinion\b|zweite\s+meinung|(?:deuxième|second)\s+avis|segunda\s+opini(?:ón|ão)|второе\s+мнение|第二意见|セカンドオピニオン", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opinion();

    [GeneratedRegex(@"^\W*(?:for\s+)?(?:variety|diversity|a\s+change|abwechslung|variété|variedad|разнообразие)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variety();
}
