using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>Finds the commits that already contain a statement.</summary>
internal static class CommitEvidence
{
    private const float StrictShare = 0.65f;
    private const int RareTerms = 3;

    // A diff stands in for an uninformative message; the statement must then name a file, as every diff does.
    private const float ShareOfDiff = 0.55f;
    private const int RareTermsOfDiff = 6;

    /// <summary>The commits that contain a block's content, the strongest first; none when there is no such commit.</summary>
    /// <param name="evidence">The indexes over the document of the block.</param>
    /// <param name="block">Not a fence, since its lines are assertions of their own.</param>
    public static IReadOnlyList<Commit> Behind(EvidenceStore evidence, Block block)
    {
        if (evidence.Query.Of(block) is not [var assertion])
            return [];
        if (evidence.Commits.Cover(assertion) is { Share: >= StrictShare, RareCount: >= RareTerms } inMessage)
            return [.. inMessage.Passages.Select(evidence.Commits.CommitOf).Distinct()];
        return NamesFile(block) && evidence.UninformativeCommits.Cover(assertion) is { Share: >= ShareOfDiff, RareCount: >= RareTermsOfDiff } inDiff
            ? [.. inDiff.Passages.Select(evidence.UninformativeCommits.CommitOf).Distinct()]
            : [];
    }

    private static bool NamesFile(Block block) => block.Document.MentionsIn(block).Any(PathEvidence.IsPath);
}
