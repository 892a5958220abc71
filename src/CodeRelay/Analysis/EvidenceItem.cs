namespace CodeRelay.Analysis;

/// <summary>The kind of source that makes a line derivable or stale.</summary>
public enum EvidenceKind
{
    Commit,
    Path,
    Manifest,
    Document,
    Symbol,
    Worktree,
}

/// <summary>A source that makes a line derivable or stale.</summary>
/// <param name="Kind">The kind of the reference.</param>
/// <param name="Reference">A short commit id, a path, or path:line.</param>
/// <param name="Text">The quoted words of the source; never the value of a secret.</param>
public sealed record EvidenceItem(EvidenceKind Kind, string Reference, string Text);
