using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Evidence;
using CodeRelay.Evidence.References;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A statement that only says where a folder is that has its name from there: "tests are in `tests/`".</summary>
internal static partial class BarePlace
{
    /// <summary>What the evidence says.</summary>
    public const string Reason = "a tracked folder; its name says what it holds";

    private const int LongestStatement = 80;

    private static readonly PhraseList Fillers = new(
        "the", "all", "are", "is", "in", "at", "under", "below", "inside", "live*", "located", "found", "stored", "kept", "resid*", "stand*", "folder*", "director*", "file*", "code", "source*", "project*", "our", "and", "can be",
        "die", "der", "das", "liegen", "liegt", "sind", "ist", "im", "unter", "ordner", "les", "sont", "dans", "le", "la", "los", "las", "están", "está", "en", "carpeta", "os", "as", "estão", "em", "pasta", "находятся", "лежат", "лежит", "папке", "в");

    /// <returns>The tracked folder, or null when the statement says more.</returns>
    public static string? Find(Block block, RuleContext context)
    {
        if (block.Text.Length > LongestStatement || block.Document.MentionsIn(block).ToArray() is not [var mention] || !PathEvidence.IsPath(mention))
            return null;
        if (context.Evidence.Paths.Resolve(mention) is not { Match: PathMatch.Directory, Paths: [var path] } || block.Text.IndexOf(mention.Target, StringComparison.Ordinal) is var at && at < 0)
            return null;
        var words = Word().Matches(block.Text.Remove(at, mention.Target.Length)).Select(match => match.Value).Where(word => !Fillers.IsIn(word)).ToArray();
        var names = Word().Matches(path).Select(match => Key(match.Value)).ToHashSet();
        return words.Length > 0 && words.All(word => names.Contains(Key(word))) ? path : null;
    }

    private static ulong Key(string word) => Hashing.Of(Stem.Of(word));

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
