using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>A block whose content the repository already contains, with the evidence.</summary>
/// <param name="Block">The block.</param>
/// <param name="Evidence">The places with the same content, the strongest first.</param>
internal sealed record RedundantBlock(Block Block, IReadOnlyList<EvidenceItem> Evidence);

/// <summary>
/// A rule that finds blocks whose content exists elsewhere. A block belongs to the first rule that takes it;
/// adjacent blocks become one finding, with an edit that deletes them.
/// </summary>
internal abstract class RedundancyRule : Rule
{
    private const int LongestSubject = 72;
    private protected const string FixTitle = "delete what the repository already has";

    internal sealed override void Check(RuleContext context)
    {
        var map = context.Evidence.Share(() => new RedundancyMap(context));
        foreach (var document in context.Documents.Where(AppliesTo))
        {
            foreach (var run in Runs(document, map.Of(this)))
            {
                var evidence = run.SelectMany(found => found.Evidence).DistinctBy(item => (item.Kind, item.Reference)).ToArray();
                if (evidence.Length == 0)
                    continue;
                var blocks = run.Select(found => found.Block).ToArray();
                context.Report(this, document, blocks[0].Start, blocks[^1].End, Message(document, run, evidence), evidence, FixFor(document, blocks, context));
            }
        }
    }

    /// <summary>Handoff and context files, and other files named on the command line; a README may repeat the docs.</summary>
    protected virtual bool AppliesTo(Document document) => document.Kind switch
    {
        DocumentKind.Handoff or DocumentKind.ProjectContext => true,
        DocumentKind.Other => !IsForReaders(document.Path[(document.Path.LastIndexOf('/') + 1)..]),
        _ => false,
    };

    /// <summary>Finds the redundant blocks of one document.</summary>
    /// <param name="document">A document that the rule applies to.</param>
    /// <param name="context">The context of the run.</param>
    /// <param name="taken">Blocks that belong to other rules.</param>
    private protected abstract IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken);

    /// <summary>The message of a finding; it names the evidence.</summary>
    private protected abstract string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence);

    /// <summary>The fix of a finding: deletes its blocks, unless a rule moves them elsewhere.</summary>
    private protected virtual Fix? FixFor(Document document, IReadOnlyList<Block> blocks, RuleContext context) =>
        StepLists.Spare(document, blocks, PacketReading.Of(context)) is { Count: > 0 } gone ? Deletion.Of(document, gone, FixTitle) : null;

    internal IEnumerable<RedundantBlock> FindAll(RuleContext context, IReadOnlySet<Block> taken) =>
        context.Documents.Where(AppliesTo).SelectMany(document => Find(document, context, taken));

    private protected static EvidenceItem Item(Commit commit) => new(EvidenceKind.Commit, commit.ShortId, commit.Subject);

    private protected static EvidenceItem Item(Quote quote) => new(EvidenceKind.Document, quote.Reference, quote.Text);

    /// <summary>The evidence as text: "commit 3f2a91c "fix: retry"", and the number of further items.</summary>
    private protected static string Names(IReadOnlyList<EvidenceItem> evidence)
    {
        var first = evidence[0].Kind == EvidenceKind.Commit ? $"commit {evidence[0].Reference} \"{Clipping.Truncate(evidence[0].Text, LongestSubject)}\"" : evidence[0].Reference;
        return evidence.Count switch
        {
            1 => first,
            2 => $"{first} and {evidence[1].Reference}",
            _ => $"{first}, {evidence[1].Reference} and {evidence.Count - 2} more",
        };
    }

    private static bool IsForReaders(string name) =>
        name.StartsWith("README", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CHANGELOG", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CONTRIBUTING", StringComparison.OrdinalIgnoreCase);

    // Blank lines, headings, table headers and comments do not end a run; any other block does.
    private static IEnumerable<IReadOnlyList<RedundantBlock>> Runs(Document document, IReadOnlyDictionary<Block, RedundantBlock> found)
    {
        var run = new List<RedundantBlock>();
        foreach (var block in document.Blocks)
        {
            if (found.TryGetValue(block, out var redundant))
            {
                run.Add(redundant);
            }
            else if (!block.IsHeader && block.Kind != BlockKind.Comment && run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
            yield return run;
    }
}
