namespace CodeRelay.Analysis;

/// <summary>HEAD and another commit have none in common, as far as the clone reaches.</summary>
/// <param name="reference">The other commit, as it was named.</param>
/// <param name="isShallow">True when the clone is cut off, so that fetching more may find one.</param>
public sealed class NoMergeBaseException(string reference, bool isShallow)
    : Exception(isShallow
        ? $"the clone is too shallow to show where HEAD left '{reference}'; `git fetch --unshallow`, or fetch-depth: 0 in CI, fetches the history"
        : $"HEAD and '{reference}' have no commit in common, so --since has no starting point");
