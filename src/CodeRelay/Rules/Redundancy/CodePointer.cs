using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Evidence.References;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// A statement that points to a line of a source file and names its content: `src/Sync.cs:44-180` SyncEngine.Run, main loop.
/// The code at that place is the original, and the next edit above it makes the number wrong.
/// </summary>
internal static partial class CodePointer
{
    private const int MostOtherWords = 10;
    private const float SmallestShare = 0.8f;

    /// <summary>A reference to a line of a source file.</summary>
    /// <param name="Written">The path or name as written.</param>
    /// <param name="Path">The tracked source file, or null when there is none.</param>
    /// <param name="Line">1-based.</param>
    internal sealed record Target(string Written, string? Path, int Line);

    /// <returns>The occurrence of a name nearest to its line, or null when the statement contains more than the file does.</returns>
    public static EvidenceItem? Find(Block block, RuleContext context) =>
        Find(block.Text, [.. block.Document.MentionsIn(block).Where(mention => mention.Line is not null && PathEvidence.IsPath(mention)).Select(mention => new Target(mention.Target, FileOf(context.Evidence.Paths.Resolve(mention), block.Document, context), mention.Line!.Value))], context);

    /// <returns>The same as for a block.</returns>
    /// <param name="said">The text of one statement.</param>
    /// <param name="targets">The references in it.</param>
    /// <param name="context">The context of the run.</param>
    public static EvidenceItem? Find(string said, IReadOnlyCollection<Target> targets, RuleContext context)
    {
        if (targets.Count == 0)
            return null;
        // A file's own name is not a symbol in it.
        var text = targets.Aggregate(said, (rest, target) => rest.Replace(target.Written[(target.Written.LastIndexOf('/') + 1)..], " ", StringComparison.Ordinal));
        var names = Names(text);
        if (names.Count == 0 || OtherWords(text, names) > MostOtherWords)
            return null;
        var known = new Dictionary<string, (int Distance, string Place)>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            if (target.Path is null || context.Repository.ReadText(target.Path) is not { } file)
                return null;
            foreach (var name in names)
            {
                if (Place(file, name, target.Line) is { } at && (!known.TryGetValue(name, out var before) || Math.Abs(at - target.Line) < before.Distance))
                    known[name] = (Math.Abs(at - target.Line), $"{target.Path}:{at}");
            }
        }

        if (known.Count == 0 || known.Count < names.Count * SmallestShare)
            return null;
        var nearest = known.MinBy(entry => entry.Value.Distance);
        return new EvidenceItem(EvidenceKind.Symbol, nearest.Value.Place, nearest.Key);
    }

    /// <summary>True when a text consists of code names and few other words.</summary>
    public static bool IsBrief(string text) => OtherWords(text, Names(text)) <= MostOtherWords;

    /// <summary>The code names in a text: aB, A_B, a call.</summary>
    public static HashSet<string> Names(string text) => Identifier().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>The source file of a resolved path; of several candidates the only one that the document names with its folder.</summary>
    public static string? FileOf(PathResolution resolution, Document document, RuleContext context)
    {
        var path = resolution switch
        {
            { Match: PathMatch.File, Paths: [var only, ..] } => only,
            { Match: PathMatch.Several, Paths: var several } => several.Where(NamedSources.Select([document], context.Evidence.Paths).Contains).ToArray() is [var named] ? named : null,
            _ => null,
        };
        return path is null || FileNames.IsText(path) ? null : path;
    }

    // The first occurrence at or below the line, else the first in the file.
    private static int? Place(SourceText file, string name, int line)
    {
        var at = file.Content.IndexOf(name, file.LineStart(line), StringComparison.Ordinal);
        at = at < 0 ? file.Content.IndexOf(name, StringComparison.Ordinal) : at;
        return at < 0 ? null : file.Position(at).Line;
    }

    private static int OtherWords(string text, HashSet<string> names) => Word().Matches(text).Count(match => !names.Contains(match.Value));

    [GeneratedRegex(@"\b(?:[A-Za-z][A-Za-z0-9_]*(?:[a-z0-9][A-Z]|_[A-Za-z0-9])[A-Za-z0-9_]*|[A-Za-z][A-Za-z0-9_]{2,}(?=\())", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\p{L}\w{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Word();
}
