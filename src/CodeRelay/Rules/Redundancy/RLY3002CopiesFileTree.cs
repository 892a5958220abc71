using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A drawn directory tree of tracked paths, or a statement that only gives the place of a folder.</summary>
internal sealed class RLY3002CopiesFileTree : RedundancyRule
{
    private const int FewestEntries = 4;
    private const double SmallestShare = 0.6;

    public override RuleInfo Info { get; } = new("RLY3002", "copies-file-tree", Severity.Warning, "the text copies the file tree that git lists")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Files,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var reading = PacketReading.Of(context);
        foreach (var block in document.Blocks.Where(block => block.Kind is BlockKind.ListItem or BlockKind.Paragraph && block.SectionKind != SectionKind.Files && !block.IsHeader && !reading.Protects(block) && !reading.HasProtectedWording(block)))
        {
            if (BarePlace.Find(block, context) is { } path)
                yield return new(block, [new(EvidenceKind.Path, path, BarePlace.Reason)]);
        }

        foreach (var block in document.Blocks.Where(block => block.Kind is BlockKind.Fence or BlockKind.Paragraph && !reading.Protects(block)))
        {
            var entries = DrawnTree.Read(block.Kind == BlockKind.Fence ? block.Text : block.Source.ToString());
            if (entries.Count < FewestEntries)
                continue;
            var tracked = entries.Where(entry => context.Evidence.Tree.Has(entry.Directory, entry.Name)).ToArray();
            if (tracked.Length >= entries.Count * SmallestShare)
                yield return new(block, [new(EvidenceKind.Path, tracked[0].Name, $"{tracked.Length} of {entries.Count} entries are tracked paths")]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) =>
        run.All(found => found.Evidence is [{ Text: BarePlace.Reason }, ..])
            ? $"the text says where {string.Join(" and ", run.Select(found => found.Evidence[0].Reference))} {(run.Count == 1 ? "is, but the name says" : "are, but the names say")} so already; delete it"
            : $"the text copies the file tree: {string.Join("; ", run.SelectMany(found => found.Evidence.Take(1)).Select(first => first.Text).Where(text => text != BarePlace.Reason))}; delete it, or keep only the entries that need an explanation";
}

/// <summary>One line of a drawn directory tree.</summary>
/// <param name="Directory">The parent entries joined by '/', without the drawing's root when that is not a directory.</param>
/// <param name="Name">File or directory as written, without a note after it.</param>
internal sealed record TreeEntry(string Directory, string Name);

/// <summary>Reads trees drawn with lines (├── └── │, |-- `-- +--) or by indentation only.</summary>
internal static class DrawnTree
{
    private const string Drawing = "│├└┃┣┗║╠╚|`+─━-—═ \t\u00A0";

    /// <summary>The entries of a drawn tree; empty when the text is not a tree.</summary>
    public static IReadOnlyList<TreeEntry> Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
        var drawn = lines.Count(IsDrawn);
        if (drawn < 2 || drawn * 2 < lines.Length)
            return [];
        var entries = new List<TreeEntry>();
        var stack = new List<(int Column, string Name)>();
        foreach (var line in lines)
        {
            var column = line.Length - line.AsSpan().TrimStart(Drawing).Length;
            var name = NameAt(line[column..]);
            if (name.Length == 0)
                continue;
            stack.RemoveAll(open => open.Column >= column);
            entries.Add(new TreeEntry(string.Join('/', stack.Select(open => open.Name.TrimEnd('/'))), name));
            stack.Add((column, name));
        }

        return entries;
    }

    private static bool IsDrawn(string line)
    {
        var mark = line.AsSpan().TrimStart("│┃║| \t\u00A0");
        return mark is ['├' or '└' or '┣' or '┗' or '╠' or '╚', ..] || mark.StartsWith("|--") || mark.StartsWith("`--") || mark.StartsWith("+--") || mark.StartsWith("\\--") || line.AsSpan().TrimStart().StartsWith("|--");
    }

    // The text after a blank, an arrow, a bracket or a '#' is a note.
    private static string NameAt(string rest)
    {
        var end = rest.IndexOfAny([' ', '\t', '#', '(', '←', '→']);
        return (end < 0 ? rest : rest[..end]).TrimEnd(',', ':');
    }
}

/// <summary>A statement that only gives the place of a folder, which the folder's name already does: "tests are in `tests/`".</summary>
internal static partial class BarePlace
{
    /// <summary>The text of the evidence.</summary>
    public const string Reason = "a tracked folder; its name says what it holds";

    private const int LongestStatement = 80;

    private static readonly PhraseList Fillers = new(
        "the", "all", "are", "is", "in", "at", "under", "below", "inside", "live*", "located", "found", "stored", "kept", "resid*", "stand*", "folder*", "director*", "file*", "code", "source*", "project*", "our", "and", "can be",
        "die", "der", "das", "liegen", "liegt", "sind", "ist", "im", "unter", "ordner", "les", "sont", "dans", "le", "la", "los", "las", "están", "está", "en", "carpeta", "os", "as", "estão", "em", "pasta", "находятся", "лежат", "лежит", "папке", "в");

    /// <returns>The tracked folder, or null when the statement contains more.</returns>
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
