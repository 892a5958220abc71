using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>Answers whether git knows a statement.</summary>
internal static class CommitEvidence
{
    private const float StrictShare = 0.65f;
    private const int RareTerms = 3;

    // Where a message says nothing its diff does; the statement must then name a file, as every diff does.
    private const float ShareOfDiff = 0.55f;
    private const int RareTermsOfDiff = 6;

    /// <summary>The commits that say a block already, the weightiest first; none when git does not know it.</summary>
    /// <param name="evidence">The indexes, over the document of the block.</param>
    /// <param name="block">No fence: its lines are statements of their own.</param>
    public static IReadOnlyList<Commit> Behind(EvidenceStore evidence, Block block)
    {
        if (evidence.Claims.Of(block) is not [var claim])
            return [];
        if (evidence.Commits.Cover(claim) is { Share: >= StrictShare, RareCount: >= RareTerms } told)
            return [.. told.Passages.Select(evidence.Commits.CommitOf).Distinct()];
        return NamesFile(block) && evidence.UntoldChanges.Cover(claim) is { Share: >= ShareOfDiff, RareCount: >= RareTermsOfDiff } untold
            ? [.. untold.Passages.Select(evidence.UntoldChanges.CommitOf).Distinct()]
            : [];
    }

    private static bool NamesFile(Block block) => block.Document.MentionsIn(block).Any(PathEvidence.IsPath);
}
