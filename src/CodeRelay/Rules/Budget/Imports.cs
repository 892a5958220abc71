using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Rules.Budget;

/// <summary>Follows the `@path` imports of instruction files as Claude Code does: relative to the importing file, not in code, up to four hops.</summary>
internal static partial class Imports
{
    private const int MostHops = 4;

    /// <summary>The file and all its imports inside the repository, each once, in reading order.</summary>
    public static IReadOnlyList<Document> Closure(Repository repository, Document root)
    {
        var found = new List<Document>();
        Add(repository, root, hops: 0, found);
        return found;
    }

    private static void Add(Repository repository, Document document, int hops, List<Document> found)
    {
        if (found.Any(known => known.Path == document.Path))
            return;
        found.Add(document);
        if (hops == MostHops)
            return;
        foreach (var path in Targets(repository, document))
        {
            if (repository.ReadText(path) is { } text)
                Add(repository, new Document(path, text), hops + 1, found);
        }
    }

    private static IEnumerable<string> Targets(Repository repository, Document document)
    {
        if (!document.Text.Content.Contains('@', StringComparison.Ordinal))
            return [];
        var directory = Path.GetDirectoryName(repository.FullPath(document.Path))!;
        return document.Blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.TableRow)
            .SelectMany(block => Import().Matches(WithoutCode(block)).Select(match => match.Groups["path"].Value.TrimEnd('.', ',', ';', ':', ')')))
            .Where(path => !path.StartsWith('~') && !Path.IsPathRooted(path))
            .Select(path => repository.RelativePath(Path.GetFullPath(Path.Combine(directory, path))))
            .OfType<string>();
    }

    private static string WithoutCode(Block block)
    {
        var source = block.Source.ToString().ToCharArray();
        foreach (var span in block.Spans.Where(span => span.Kind == InlineKind.Code))
            Array.Fill(source, ' ', span.Start - block.Start, Math.Min(span.Text.Length, source.Length - (span.Start - block.Start)));
        return new string(source);
    }

    [GeneratedRegex(@"(?<![\w@`/.])@(?<path>[\w~./\\-][\w./\\-]*)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
