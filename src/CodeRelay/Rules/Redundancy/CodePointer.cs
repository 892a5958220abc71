using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Evidence.References;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// A statement that points at a line of a source file and names what stands there: `src/Sync.cs:44-180` SyncEngine.Run, main loop.
/// The code says it at that very place, and the number is wrong after the next edit above it.
/// </summary>
internal static partial class CodePointer
{
    private const int MostOtherWords = 10;
    private const float SmallestShare = 0.8f;

    /// <returns>Where the name stands that is nearest to the line, or null when the statement says something that the file does not.</returns>
    public static EvidenceItem? Find(Block block, RuleContext context)
    {
        var mentions = block.Document.MentionsIn(block).Where(mention => mention.Line is not null && PathEvidence.IsPath(mention)).ToArray();
        if (mentions.Length == 0)
            return null;
        // A file's own name is no symbol in it.
        var text = mentions.Aggregate(block.Text, (rest, mention) => rest.Replace(mention.Target[(mention.Target.LastIndexOf('/') + 1)..], " ", StringComparison.Ordinal));
        var names = Identifier().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0 || OtherWords(text, names) > MostOtherWords)
            return null;
        var known = new Dictionary<string, (int Distance, string Place)>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (context.Evidence.Paths.Resolve(mention) is not { Match: PathMatch.File, Paths: [var path, ..] } || FileNames.IsText(path) || context.Repository.ReadText(path) is not { } file)
                return null;
            foreach (var name in names)
            {
                if (Place(file, name, mention.Line!.Value) is { } at && (!known.TryGetValue(name, out var before) || Math.Abs(at - mention.Line.Value) < before.Distance))
                    known[name] = (Math.Abs(at - mention.Line.Value), $"{path}:{at}");
            }
        }

        if (known.Count == 0 || known.Count < names.Count * SmallestShare)
            return null;
        var nearest = known.MinBy(entry => entry.Value.Distance);
        return new EvidenceItem(EvidenceKind.Symbol, nearest.Value.Place, nearest.Key);
    }

    // Where it points to if it stands there or below, else wherever it stands.
    private static int? Place(SourceText file, string name, int line)
    {
        var at = file.Content.IndexOf(name, file.LineStart(line), StringComparison.Ordinal);
        at = at < 0 ? file.Content.IndexOf(name, StringComparison.Ordinal) : at;
        return at < 0 ? null : file.Position(at).Line;
    }

    private static int OtherWords(string text, HashSet<string> names) => Word().Matches(text).Count(match => !names.Contains(match.Value));

    // Something of code: aB, A_B, a call.
    [GeneratedRegex(@"\b(?:[A-Za-z]\w*(?:[a-z0-9][A-Z]|_[A-Za-z0-9])\w*|[A-Za-z]\w{2,}(?=\())", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\p{L}\w{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
