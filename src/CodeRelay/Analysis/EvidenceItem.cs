namespace CodeRelay.Analysis;

/// <summary>What kind of source makes a line derivable or stale.</summary>
public enum EvidenceKind
{
    Commit,
    Path,
    Manifest,
    Document,
    Symbol,
    Worktree,
}

/// <summary>What makes a line derivable or stale.</summary>
/// <param name="Kind">What the reference is.</param>
/// <param name="Reference">A short commit id, a path, or path:line.</param>
/// <param name="Text">The words that say it; never the value of a secret.</param>
public sealed record EvidenceItem(EvidenceKind Kind, string Reference, string Text);
