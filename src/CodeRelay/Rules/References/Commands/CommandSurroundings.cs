using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The facts of the repository that the commands of a document are validated against.</summary>
internal sealed partial class CommandSurroundings(Document document, RuleContext context, Func<string, bool?> occurs)
{
    private static readonly string[] ForeignDirectories = ["node_modules/", "vendor/", "third_party/", "site-packages/"];

    private readonly MissingPaths _missing = new(document, context);

    public Repository Repository => context.Repository;

    public FileIndex Files => Repository.Files;

    public PathEvidence Paths => context.Evidence.Paths;

    /// <summary>Whether a name from a test filter occurs in a tracked source file, in any case; null when unknown.</summary>
    public bool? Occurs(string name) => occurs(name);

    /// <summary>The tracked files with that name, without those of third parties.</summary>
    public IEnumerable<string> Manifests(string name) =>
        Files.WithName(name).Where(path => path.EndsWith(name, StringComparison.Ordinal) && !Array.Exists(ForeignDirectories, directory => ("/" + path).Contains("/" + directory, StringComparison.Ordinal)));

    /// <summary>The nearest manifest in a directory or its parents, or null.</summary>
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

    /// <summary>The fault of a word that names a missing file or directory; null when it exists or cannot be determined.</summary>
    /// <param name="command">The command.</param>
    /// <param name="word">The word.</param>
    /// <param name="isKept">True when the tool needs a committed file, so that the word need not look like a path.</param>
    public CommandFault? Missing(QuotedCommand command, ShellWord word, bool isKept)
    {
        if (word.Text.IndexOfAny(['$', '<', '*', '?', '{', '~', '%']) >= 0 || Path.IsPathRooted(word.Text) || Placeholder().IsMatch(word.Text))
            return null;
        var (start, end) = command.Place(word);
        if (command.PathAt(word) is { } mention)
        {
            if (_missing.Check(mention) is { } verdict)
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

    // Names that are placeholders.
    [GeneratedRegex(@"\.\.\.|(?:^|[/\\._-])(?:foo|bar|baz|qux|x{2,}|yyy|your|path/to|some|example)(?:[/\\._-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
