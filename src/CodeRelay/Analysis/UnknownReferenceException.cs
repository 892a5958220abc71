namespace CodeRelay.Analysis;

/// <summary>A branch, tag or commit that git does not know.</summary>
/// <param name="reference">As it was named.</param>
public sealed class UnknownReferenceException(string reference) : Exception($"git knows no commit '{reference}'; valid is a branch, tag or commit of this clone, such as origin/main after `git fetch`");
