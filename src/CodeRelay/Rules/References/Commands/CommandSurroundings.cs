using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.References.Commands;

/// <summary>What the commands of a document are held against.</summary>
internal sealed partial class CommandSurroundings(Document document, RuleContext context, Func<string, bool?> occurs)
{
    private static readonly string[] ForeignDirectories = ["node_modules/", "vendor/", "third_party/", "site-packages/"];

    private readonly MissingPaths _missing = new(document, context);

    public Repository Repository => context.Repository;

    public FileIndex Files => Repository.Files;

    public PathEvidence Paths => context.Evidence.Paths;

    /// <summary>Tells whether a name that a test filter gives occurs in a tracked source file, whatever its case; null when that cannot be known.</summary>
    public bool? Occurs(string name) => occurs(name);

    /// <summary>The tracked files of that name that are this project's own.</summary>
    public IEnumerable<string> Manifests(string name) =>
        Files.WithName(name).Where(path => path.EndsWith(name, StringComparison.Ordinal) && !Array.Exists(ForeignDirectories, directory => ("/" + path).Contains("/" + directory, StringComparison.Ordinal)));

    /// <summary>The manifest in a directory or the nearest above it, or null.</summary>
    public string? Nearest(string directory, params IReadOnlyList<string> names)
    {
        for (var at = directory; ; at = at[..Math.Max(0, at.LastIndexOf('/'))])
        {
            if (names.Select(name => at.Length == 0 ? name : $"{at}/{name}").FirstOrDefault(Files.Contains) is { } found)
                return found;
            if (at.Length == 0)
                return null;
        }
    }

    /// <summary>The fault of a word that names a file or directory which is not there; null when it is there, or when nobody can know.</summary>
    /// <param name="command">The command.</param>
    /// <param name="word">The word.</param>
    /// <param name="isKept">True where the tool needs a file that repositories hold, so that it need not look like one.</param>
    public CommandFault? Missing(QuotedCommand command, ShellWord word, bool isKept)
    {
        if (word.Text.IndexOfAny(['$', '<', '*', '?', '{', '~', '%']) >= 0 || Path.IsPathRooted(word.Text) || Placeholder().IsMatch(word.Text))
            return null;
        var (start, end) = command.Place(word);
        if (command.PathAt(word) is { } mention)
        {
            if (_missing.Judge(mention) is { } verdict)
            {
                var (message, evidence, fix) = verdict.Deletion is { } deletion
                    ? RLY5001PathDoesNotExist.Explain(mention, verdict.Path, deletion)
                    : ($"path `{mention.Target}` does not exist{RLY5001PathDoesNotExist.Suggest(Repository, mention.Target)}", null, null);
                return new CommandFault(mention.Start, mention.Start + mention.Length, message, evidence, fix);
            }

            (start, end) = (mention.Start, mention.Start + mention.Length);
        }

        var path = word.Text.Replace('\\', '/').TrimEnd('/');
        if (!isKept || path.Length == 0)
            return null;
        var resolution = Paths.Resolve(path, command.From);
        return resolution.IsMissing && IgnoreRules.Ignored(Repository, resolution.Paths).Count == 0
            ? new CommandFault(start, end, $"path `{path}` does not exist{RLY5001PathDoesNotExist.Suggest(Repository, path)}")
            : null;
    }

    // Names that stand for any name.
    [GeneratedRegex(@"\.\.\.|(?:^|[/\\._-])(?:foo|bar|baz|qux|x{2,}|yyy|your|path/to|some|example)(?:[/\\._-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
