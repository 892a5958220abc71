namespace CodeRelay.Evidence.Redundancy;

/// <summary>How much of a claim one place in the evidence says.</summary>
/// <param name="Share">Share of the claim's weight, 0 to 1.</param>
/// <param name="RareCount">How many of the terms found are rare here; few of them may be chance.</param>
/// <param name="SubjectShare">The other way round: share of the first passage's weight that the claim covers, when the passage is a short one.</param>
/// <param name="Passages">Where it is said, the weightiest first.</param>
internal sealed record Containment(float Share, int RareCount, float SubjectShare, IReadOnlyList<Passage> Passages)
{
    public static Containment None { get; } = new(0, 0, 0, []);
}
