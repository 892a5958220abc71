namespace CodeRelay.Analysis;

/// <summary>HEAD and another commit have none in common, as far as the clone reaches.</summary>
/// <param name="reference">The other commit, as it was named.</param>
/// <param name="isShallow">True when the clone is cut off, so that fetching more may find one.</param>
public sealed class NoMergeBaseException(string reference, bool isShallow)
    : Exception(isShallow
        ? $"the clone is too shallow to show where HEAD branched off '{reference}'; run `git fetch --unshallow`, or set fetch-depth: 0 in CI"
        : $"HEAD and '{reference}' have no commit in common, so there are no changes to check since then; name a reference that shares history with HEAD");
