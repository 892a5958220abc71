using System.Buffers;
using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Finds paths and commits among the words of a text.</summary>
internal static partial class WordReader
{
    // A word without any of these is not a path, or a bare name such as Makefile.
    private static readonly SearchValues<char> Signs = SearchValues.Create("/\\.");

    /// <summary>The mentions in a run.</summary>
    /// <param name="block">The block that contains the run.</param>
    /// <param name="run">The text.</param>
    /// <param name="isMarked">True in a code span or a fence.</param>
    public static IEnumerable<Mention> Read(Block block, TextRun run, bool isMarked)
    {
        var text = Address().Replace(run.Text, match => new string(' ', match.Length));
        foreach (var (index, length) in CommitReader.Read(text))
            yield return new Mention(MentionKind.Commit, block, run.Offset(index), run.SourceLength(index, length), text.Substring(index, length)) { IsMarked = isMarked };
        foreach (Match word in Word().Matches(text))
        {
            if (word.ValueSpan.ContainsAny(Signs) && Path(block, run, word.Index, word.Value, isMarked) is { } mention)
                yield return mention;
        }
    }

    /// <summary>A word as a path mention, or null when it is not a path.</summary>
    public static Mention? Path(Block block, TextRun run, int index, string word, bool isMarked)
    {
        if (PathReader.Read(word, isMarked) is not { } path)
            return null;
        return new Mention(path.IsCertain ? MentionKind.Path : MentionKind.Candidate, block, run.Offset(index + path.Start), run.SourceLength(index + path.Start, path.Length), path.Target)
        {
            Line = path.Suffix.Line,
            EndLine = path.Suffix.EndLine,
            Anchor = path.Suffix.Anchor,
            IsGlob = path.IsGlob,
            IsMarked = isMarked,
        };
    }

    // URLs, and paths of one machine, which may contain spaces. Schemes are short; without a bound a long line of dots takes quadratic time.
    [GeneratedRegex(
        @"\b[A-Za-z][A-Za-z0-9+.-]{0,20}://\S+|(?<![\w])[A-Za-z]:[\\/](?:[^\\/\s""'`|<>]+(?:[ ][^\\/\s""'`|<>]+)*[\\/])*[^\\/\s""'`|<>]*|(?<![\w.])~[\\/]\S*",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Address();

    // Chinese, Japanese and Korean text has no space between a path and its neighbours, so only other letters belong to a path there.
    // A comma separates words except inside braces; a bracket belongs to the word around it.
    [GeneratedRegex(
        @"(?:\{[^{}\s]*\}|<[A-Za-z][\w -]*>|[^\s,;""“”„«»|=→←↔⇒—、。，；：（）「」『』《》【】\u2026\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uFF01-\uFF5E])+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Word();
}
