using System.Text.RegularExpressions;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The names of code that a statement marks as such: `aB`, `A_B`, `Call()`, `/a/route`.</summary>
internal static partial class CodeNames
{
    /// <summary>The names in the code spans of a block.</summary>
    public static IReadOnlySet<string> Of(Block block) =>
        block.Spans.Where(span => span is { Kind: InlineKind.Code, IsStruck: false }).SelectMany(span => Name().Matches(span.Text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\w./-])(?:[A-Za-z_][A-Za-z0-9_]*(?:[a-z][0-9]*[A-Z]|_[A-Za-z0-9])[A-Za-z0-9_]*(?![\w./-])|[A-Za-z_][A-Za-z0-9_]{2,}(?=\()|(?:/[a-z][A-Za-z0-9_-]*){2,}(?![\w./-]))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
