using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Reads code spans and lines of shell fences: a command with its paths, one path, or several words.</summary>
internal static partial class CodeReader
{
    /// <summary>The mentions of a code span.</summary>
    public static IEnumerable<Mention> Read(Block block, TextRun run)
    {
        var text = run.Text;
        if (CommandReader.Read(text, isShell: false).Any())
            return ReadShell(block, run, isShell: false);
        if (text.AsSpan().Trim().ContainsAny(" \t") ? PathWithSpaces().IsMatch(text) : !Commit().IsMatch(text))
        {
            if (WordReader.Path(block, run, 0, text, isMarked: true) is { } whole)
                return [whole];
        }

        return WordReader.Read(block, run, isMarked: true);
    }

    /// <summary>The mentions of a line in a shell fence.</summary>
    public static IEnumerable<Mention> ReadShell(Block block, TextRun run) => ReadShell(block, run, isShell: true);

    private static IEnumerable<Mention> ReadShell(Block block, TextRun run, bool isShell)
    {
        foreach (var command in CommandReader.Read(run.Text, isShell))
        {
            yield return new Mention(MentionKind.Command, block, run.Offset(command.Start), run.SourceLength(command.Start, command.Length), run.Text.Substring(command.Start, command.Length)) { IsMarked = true };
            foreach (var argument in command.Arguments)
            {
                if (Argument(block, run, argument) is not { } mention)
                    continue;
                if (command.MakesFiles)
                    yield return mention with { Kind = MentionKind.Candidate };
                else
                    yield return command.TakesPaths && !mention.IsGlob && mention.Target.Contains('/', StringComparison.Ordinal) ? mention with { Kind = MentionKind.Path } : mention;
            }
        }

        foreach (var (index, length) in CommitReader.Read(run.Text))
            yield return new Mention(MentionKind.Commit, block, run.Offset(index), run.SourceLength(index, length), run.Text.Substring(index, length)) { IsMarked = true };
    }

    private static Mention? Argument(Block block, TextRun run, ShellWord argument)
    {
        // Only a word quoted as a whole keeps its position; a word with inner quotes is not a path.
        var quotes = argument.Length - argument.Text.Length;
        return quotes is 0 or 2 && run.Text.AsSpan(argument.Start + quotes / 2).StartsWith(argument.Text, StringComparison.Ordinal)
            ? WordReader.Path(block, run, argument.Start + quotes / 2, argument.Text, isMarked: true)
            : null;
    }

    // "My App/My Page.xaml": at least one slash, and one extension at the end. Not "see src/App.cs", which begins with a word.
    [GeneratedRegex(@"^(?!.*[ ]-)(?![\p{Ll}]+[ ])\.?[\p{L}\p{N}_][\p{L}\p{N} _.+@()-]*[/\\](?:[\p{L}\p{N} _.+@()-]+[/\\])*[\p{L}\p{N} _+@()-]+\.[A-Za-z][A-Za-z0-9]{0,9}(?::\d+(?:-\d+)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathWithSpaces();

    [GeneratedRegex("^[0-9a-f]{7,40}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commit();
}
