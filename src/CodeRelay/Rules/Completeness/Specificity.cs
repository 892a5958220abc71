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

    /// <summary>Tells whether a statement fits every project. One of which no word is known, as in a language that nobody listed, is not judged.</summary>
    public static bool IsVague(Statement statement) => !HasEvidence(statement) && SpecificWords(statement.Opening) < EnoughWords && HasKnownWord(statement.Opening);

    /// <summary>Tells whether a statement holds a path, symbol, identifier, number, command, link or quotation.</summary>
    public static bool HasEvidence(Statement statement) =>
        statement.Block.Kind == BlockKind.Fence || statement.Spans.Any(span => span.Kind != InlineKind.Text && span.Text.Length > 0)
        || Evidence().Matches(Calendar().Replace(statement.Opening, " ")).Any(match => !GenericWords.Acronyms.Contains(match.Value));

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

    private static bool HasKnownWord(string text)
    {
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (IsUnspaced(word[0]) ? GenericWords.WithoutUnspaced(word).Length < word.Length : GenericWords.Contains(word))
                return true;
        }

        return false;
    }

    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    [GeneratedRegex(@"\d|[""“„«「『][^""”“»」』\n]{2,100}[""”“»」』]|\w[_/\\.:]\w|\p{Ll}\p{Lu}|\b\p{Lu}{2,}\b|#\w|--\w|\w\(\)|@\w|=>|->|→", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Evidence();

    // When and how much of it is done is not what it is: "sprint 3", "2026-01-31", "80 %", "in 2 weeks".
    [GeneratedRegex(@"\b(?:sprint|week|day|session|iteration|q)\s?[#-]?\d{1,3}\b|\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{1,3}\s?%|\b\d{1,3}\s(?:hours?|days?|weeks?|months?|sessions?|steps?|things?)\b|\b(?:19|20)\d\d\b(?![.\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Calendar();

    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF]+|[\p{L}\p{M}-[\u3040-\u30FF\u3400-\u9FFF]]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
