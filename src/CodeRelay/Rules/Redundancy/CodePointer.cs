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
    public static EvidenceItem? Find(Block block, IReadOnlyList<Mention> mentions, RuleContext context)
    {
        var text = block.Text;
        (int Distance, EvidenceItem Item)? nearest = null;
        var (names, known) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var mention in mentions.Where(mention => mention.Line is not null && PathEvidence.IsPath(mention)))
        {
            if (context.Evidence.Paths.Resolve(mention) is not { Match: PathMatch.File, Paths: [var path, ..] } || FileNames.IsText(path) || context.Repository.ReadText(path) is not { } file)
                return null;
            text = text.Replace(mention.Target[(mention.Target.LastIndexOf('/') + 1)..], " ", StringComparison.Ordinal);
            foreach (var name in Identifiers(block.Text))
            {
                names.Add(name);
                if (Place(file, name, mention.Line!.Value) is not { } at)
                    continue;
                known.Add(name);
                var distance = Math.Abs(at - mention.Line.Value);
                if (nearest is null || distance < nearest.Value.Distance)
                    nearest = (distance, new EvidenceItem(EvidenceKind.Symbol, $"{path}:{at}", name));
            }
        }

        names.RemoveWhere(name => !text.Contains(name, StringComparison.Ordinal));
        known.IntersectWith(names);
        return known.Count > 0 && known.Count >= names.Count * SmallestShare && OtherWords(text, names) <= MostOtherWords ? nearest?.Item : null;
    }

    // Where it points to if it stands there or below, else wherever it stands.
    private static int? Place(SourceText file, string name, int line)
    {
        var at = file.Content.IndexOf(name, file.LineStart(line), StringComparison.Ordinal);
        at = at < 0 ? file.Content.IndexOf(name, StringComparison.Ordinal) : at;
        return at < 0 ? null : file.Position(at).Line;
    }

    private static IEnumerable<string> Identifiers(string text) => Identifier().Matches(text).Select(match => match.Value);

    private static int OtherWords(string text, HashSet<string> names) => Word().Matches(text).Count(match => !names.Contains(match.Value));

    // Something of code: aB, A_B, a call.
    [GeneratedRegex(@"\b(?:[A-Za-z]\w*(?:[a-z0-9][A-Z]|_[A-Za-z0-9])\w*|[A-Za-z]\w{2,}(?=\())", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\p{L}\w{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
