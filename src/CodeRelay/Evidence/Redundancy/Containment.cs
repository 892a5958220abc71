namespace CodeRelay.Evidence.Redundancy;

/// <summary>The containment of an assertion in one place of the evidence (Broder 1997: the shared part in relation to the assertion's whole).</summary>
/// <param name="Share">The found share of the assertion's weight, 0 to 1.</param>
/// <param name="RareCount">The number of found terms that are rare here; a few of them may be chance.</param>
/// <param name="SubjectShare">The reverse: the share of the first passage's weight that the assertion contains, 0 to 1; high for a short passage.</param>
/// <param name="Passages">The passages that contain it, the strongest first.</param>
internal sealed record Containment(float Share, int RareCount, float SubjectShare, IReadOnlyList<Passage> Passages)
{
    public static Containment None { get; } = new(0, 0, 0, []);
}
