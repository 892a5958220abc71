namespace CodeRelay.Evidence.Redundancy;

/// <summary>A unit of evidence: a paragraph or list item of a document, or a line of a commit message.</summary>
/// <param name="Source">Index of the commit or file.</param>
/// <param name="Line">1-based line in the source; 1 is a commit's subject.</param>
/// <param name="Start">Position of its first term in the index.</param>
/// <param name="Length">Number of its terms that are in the vocabulary.</param>
/// <param name="UnknownCount">Number of its other terms.</param>
internal readonly record struct Passage(int Source, int Line, int Start, int Length, int UnknownCount);
