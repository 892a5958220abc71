using System.Text.RegularExpressions;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>
/// Tells a concrete statement from a vague one. Concrete is a path, symbol, identifier, number, command or quoted behaviour, whatever
/// the language; without any of them, enough words that are not said of every project.
/// </summary>
internal static partial class Specificity
{
    private const int ShortestWord = 3;
    private const int LettersPerUnspacedWord = 2;

    /// <summary>Words of its own that make a statement specific when it has nothing concrete.</summary>
    public const int EnoughWords = 2;

    public static bool IsVague(Statement statement) => !HasEvidence(statement) && SpecificWords(statement.Opening) < EnoughWords;

    /// <summary>Tells whether a statement holds a path, symbol, identifier, number, command, link or quotation.</summary>
    public static bool HasEvidence(Statement statement) =>
        statement.Block.Kind == BlockKind.Fence || statement.Spans.Any(span => span.Kind != InlineKind.Text && span.Text.Length > 0)
        || Evidence().Matches(statement.Opening).Any(match => !GenericWords.Acronyms.Contains(match.Value));

    /// <summary>Number of words that are not said of every project.</summary>
    /// <param name="text">What to count in.</param>
    /// <param name="ignored">Further words that say nothing here.</param>
    public static int SpecificWords(string text, IReadOnlySet<string>? ignored = null)
    {
        var count = 0;
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (IsUnspaced(word[0]))
                count += GenericWords.WithoutUnspaced(word).Length / LettersPerUnspacedWord;
            else if (word.Length >= ShortestWord && !GenericWords.Contains(word) && ignored?.Contains(word) != true)
                count++;
        }

        return count;
    }

    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    [GeneratedRegex(@"\d|[""“„«「『][^""”“»」』\n]{2,100}[""”“»」』]|\w[_/\\.:]\w|\p{Ll}\p{Lu}|\b\p{Lu}{2,}\b|#\w|--\w|\w\(\)|@\w|=>|->|→", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Evidence();

    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF]+|[\p{L}\p{M}-[\u3040-\u30FF\u3400-\u9FFF]]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
