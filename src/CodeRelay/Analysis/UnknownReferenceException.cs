namespace CodeRelay.Analysis;

/// <summary>A branch, tag or commit that git does not know.</summary>
/// <param name="reference">As it was named.</param>
public sealed class UnknownReferenceException(string reference) : Exception($"reference '{reference}' does not exist in this clone; valid is a branch, tag or commit, such as origin/main after `git fetch`");
