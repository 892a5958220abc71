namespace CodeRelay.Documents;

/// <summary>A word read as a path.</summary>
/// <param name="Start">Index of the path in the word, after quotes and brackets.</param>
/// <param name="Length">Length of the path in the word, without a line suffix.</param>
/// <param name="Target">The path with '/' separators, without "./".</param>
/// <param name="IsCertain">False when the shape also fits branches, repositories and lists of words.</param>
/// <param name="IsGlob">True for `*`, `?`, braces, or a placeholder, which the target replaces by `*`.</param>
/// <param name="Suffix">The suffix after the path.</param>
internal sealed record PathToken(int Start, int Length, string Target, bool IsCertain, bool IsGlob, PathSuffix Suffix);
