using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The text repeats comments, declarations or settings of a source file that the packet names.</summary>
internal sealed class RLY3006RestatesCode : RedundancyRule
{
    // A file that the packet does not name must contain nearly all of the text, since a name alone may occur anywhere.
    private const float ShareInOtherFile = 0.75f;
    private const int RareInOtherFile = 3;

    public override RuleInfo Info { get; } = new("RLY3006", "restates-code", Severity.Warning, "the text restates a file it names")
    {
        Fix = FixSafety.Unsafe,
        Needs = Facts.Files | Facts.RecentHistory,
    };

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var reading = PacketReading.Of(context);
        var open = new List<(Assertion Assertion, IReadOnlySet<string> Names)>();
        foreach (var block in document.Blocks.Where(block => !block.IsHeader && !taken.Contains(block) && MayRestate(block, reading)))
        {
            // The code contains a list of checked places, whatever the section is called.
            if (block.Kind == BlockKind.Fence && CodePointerList.Find(block, context) is { Count: > 0 } symbols)
                yield return new(block, symbols);
            else if (IsAboutChecks(block))
                continue;
            else if (CodePointer.Find(block, context) is { } symbol)
                yield return new(block, [symbol]);
            else if (block.SectionKind == SectionKind.Files || context.Evidence.Query.Of(block) is not [var assertion])
                continue;
            else if (IsSaid(context.Evidence.NamedSources.Cover(assertion)) is { } containment)
                yield return new(block, [Item(context.Evidence.NamedSources.QuoteOf(containment.Passages[0]))]);
            else if (CodePointer.IsBrief(block.Text) && CodeNames.Of(block) is { Count: > 0 } names)
                open.Add((assertion, names));
        }

        foreach (var found in InOtherFiles(open, context))
            yield return found;
    }

    private static IEnumerable<RedundantBlock> InOtherFiles(IReadOnlyList<(Assertion Assertion, IReadOnlySet<string> Names)> open, RuleContext context)
    {
        var files = open.Count == 0 ? null : new SymbolFiles(context.Repository, open, context.Evidence.Query);
        foreach (var (assertion, _) in open)
        {
            if (files!.Cover(assertion) is { Share: >= ShareInOtherFile, RareCount: >= RareInOtherFile } containment)
                yield return new(assertion.Block, [Item(files.QuoteOf(containment.Passages[0]))]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) => $"the text restates {Names(evidence)}; delete it, or only name the file";

    private static bool MayRestate(Block block, PacketReading reading) =>
        !reading.Protects(block) && !reading.HasProtectedWording(block) && !reading.IsPreamble(block) && !ProtectedWording.IsAboutNow(block) && !ProtectedWording.PointsOutside(block)
        && !SectionPriors.IsReadingOrder(block) && block.SectionKind != SectionKind.Constraints;

    private static bool IsAboutChecks(Block block) => block.SectionKind is SectionKind.State or SectionKind.Validation;

    // Lines of code share few words, so that more rare terms are needed than in prose.
    private static Containment? IsSaid(Containment containment) => containment is { Share: >= 0.5f, RareCount: >= 4 } ? containment : null;
}

/// <summary>The code names in a statement's code spans: `aB`, `A_B`, `Call()`, `/a/route`.</summary>
internal static partial class CodeNames
{
    /// <summary>The names in the code spans of a block.</summary>
    public static IReadOnlySet<string> Of(Block block) =>
        block.Spans.Where(span => span is { Kind: InlineKind.Code, IsStruck: false }).SelectMany(span => Name().Matches(span.Text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\w./-])(?:[A-Za-z_][A-Za-z0-9_]*(?:[a-z][0-9]*[A-Z]|_[A-Za-z0-9])[A-Za-z0-9_]*(?![\w./-])|[A-Za-z_][A-Za-z0-9_]{2,}(?=\()|(?:/[a-z][A-Za-z0-9_-]*){2,}(?![\w./-]))", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
