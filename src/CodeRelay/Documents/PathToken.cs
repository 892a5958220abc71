namespace CodeRelay.Documents;

/// <summary>A word read as a path.</summary>
/// <param name="Start">Index of the path in the word, quotes and brackets left out.</param>
/// <param name="Length">Length of the path in the word, without a line suffix.</param>
/// <param name="Target">The path with '/' separators, without "./".</param>
/// <param name="IsCertain">False for a shape that branches, owners and lists of words have too.</param>
/// <param name="IsGlob">True for `*`, `?`, braces, or a placeholder, which stands in the target as `*`.</param>
/// <param name="Suffix">What followed the path.</param>
internal sealed record PathToken(int Start, int Length, string Target, bool IsCertain, bool IsGlob, PathSuffix Suffix);
