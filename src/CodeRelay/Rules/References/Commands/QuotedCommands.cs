using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;

namespace CodeRelay.Rules.References.Commands;

/// <summary>
/// Reads the commands of a document: in code spans, in shell fences, and on lines such as "Run: npm test". Follows `cd`; commands in a
/// directory outside the repository are left out, because they cannot be validated.
/// </summary>
internal static partial class QuotedCommands
{
    private static readonly string[] ChangeDirectory = ["cd", "pushd", "Set-Location"];

    public static IEnumerable<QuotedCommand> Read(Document document, PathEvidence paths, string rootName)
    {
        Mention? last = null;
        string? directory = null;
        var isElsewhere = false;
        foreach (var mention in document.Mentions.Where(mention => mention.Kind == MentionKind.Command).Concat(Labelled(document)))
        {
            if (last is null || !Continues(last, mention))
                (directory, isElsewhere) = (null, false);
            last = mention;
            if (QuotedCommand.Read(mention, directory) is not { } command)
                continue;
            if (ChangeDirectory.Contains(command.Tool))
                isElsewhere |= !TryEnter(command, paths, rootName, ref directory);
            else if (!isElsewhere)
                yield return command;
        }
    }

    /// <summary>True for a command in plain prose, where the words after it may belong to the sentence.</summary>
    public static bool IsProse(Mention command) => !command.IsMarked;

    // A fence is one shell session; a code span is a session of its own.
    private static bool Continues(Mention last, Mention next)
    {
        if (last.Block != next.Block || last.Start > next.Start)
            return false;
        return next.Block.Kind == BlockKind.Fence || !next.Block.Document.Text.Content.AsSpan(last.Start + last.Length, next.Start - last.Start - last.Length).ContainsAny('`', '\n');
    }

    private static bool TryEnter(QuotedCommand command, PathEvidence paths, string rootName, ref string? directory)
    {
        if (command.Words is not [_, { IsOperator: false } word, ..] || word.Text.IndexOfAny(['$', '~', '<', '*', '%']) >= 0 || Path.IsPathRooted(word.Text) || word.Text.Contains(':', StringComparison.Ordinal) || word.Text == "-")
            return false;
        var path = word.Text.Replace('\\', '/').TrimEnd('/');
        if (path is "." or "" || path.Equals(rootName, StringComparison.OrdinalIgnoreCase))
            return true;
        if (path == "..")
        {
            if (directory is not { Length: > 0 })
                return false;
            directory = directory[..Math.Max(0, directory.LastIndexOf('/'))];
            return true;
        }

        if (paths.Resolve(path, command.From) is not { Match: PathMatch.Directory, Paths: [var found] })
            return false;
        directory = found;
        return true;
    }

    private static IEnumerable<Mention> Labelled(Document document)
    {
        var text = document.Text;
        foreach (var block in document.Blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.ListItem && !block.Spans.Any(span => span.IsStruck)))
        {
            for (var line = block.Line; line <= block.LastLine; line++)
            {
                var content = text.Line(line);
                if (!content.Contains(':') || content.Length > 300 || Label().Match(content.ToString()) is not { Success: true } match)
                    continue;
                var command = match.Groups["command"];
                if (CommandReader.Read(command.Value, isShell: false).FirstOrDefault() is { Start: 0 } read)
                    yield return new Mention(MentionKind.Command, block, text.LineStart(line) + command.Index, read.Length, command.Value[..read.Length]);
            }
        }
    }

    [GeneratedRegex(@"^[\s>]*(?:[-*+•]\s+|\d+[.)]\s+)?(?:\[.\]\s+)?[*_]*(?:run|command|cmd|tests?|build|verify|verification|validate|validation|check|start|gate)[*_]*\s*:[*_]*\s+(?<command>[a-z.][^`]*?)[\s.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
