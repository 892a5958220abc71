using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>A symbol in a code span.</summary>
/// <param name="Block">The block that contains the span.</param>
/// <param name="Start">UTF-16 offset of the span's text.</param>
/// <param name="Text">As written: "Parser.Read()", "class Parser".</param>
/// <param name="Name">The identifier to look up: "Read", "Parser".</param>
/// <param name="Owner">The identifier before it: "Parser"; empty when there is none.</param>
internal sealed record SymbolMention(Block Block, int Start, string Text, string Name, string Owner);

/// <summary>
/// Reads code spans with a symbol: a call, a member of a type, a declaration. A single word is not one: it may be a value, a key or a command.
/// </summary>
internal static partial class SymbolReader
{
    private const int LongestSpan = 200;
    private const int ShortestName = 4;

    /// <summary>The symbols of a block, in order; fences, struck-out text and commands have none.</summary>
    public static IEnumerable<SymbolMention> Read(Block block)
    {
        foreach (var span in block.Spans)
        {
            var text = span.Text.Trim();
            if (span.Kind == InlineKind.Code && !span.IsStruck && text.Length <= LongestSpan && NamesOf(text) is ({ Length: >= ShortestName } name, var owner))
                yield return new SymbolMention(block, span.Start, text, name, owner);
        }
    }

    private static (string Name, string Owner) NamesOf(string text)
    {
        var match = Declaration().Match(text);
        if (!match.Success)
            match = Call().Match(text);
        // `Node.js`, `App.config`
        if (!match.Success && !FileNames.HasKnownExtension(text))
            match = Member().Match(text);
        return (match.Groups["name"].Value, match.Groups["owner"].Captures is [.., var last] ? last.Value : "");
    }

    [GeneratedRegex(@"^(?:(?:public|private|protected|internal|static|sealed|abstract|partial|async|export|default|readonly|final|override|virtual|pub)\s+)*(?:class|interface|struct|record|enum|trait|def|fn|func|function|protocol|object)\s+(?<name>[A-Za-z_]\w*)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:(?<owner>[A-Za-z_]\w*)(?:<[\w, ]*>)?(?:\.|::|\#|->))*(?<name>[A-Za-z_]\w*)(?:<[\w, ]*>)?\((?:[^()]|\(\))*\)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?<owner>[A-Z]\w*[a-z]\w*)(?:(?:\.|::|\#)(?<owner>[A-Za-z_]\w*))*(?:\.|::|\#)(?<name>[A-Za-z_]\w*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();
}
