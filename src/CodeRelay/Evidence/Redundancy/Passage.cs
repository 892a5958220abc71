namespace CodeRelay.Evidence.Redundancy;

/// <summary>A stretch of evidence that says one thing: a paragraph or list item of a document, a line of a commit message.</summary>
/// <param name="Source">Which commit or file, a number of the index.</param>
/// <param name="Line">1-based line in the source; 1 is a commit's subject.</param>
/// <param name="Start">Where its terms begin in the index.</param>
/// <param name="Length">How many terms of the vocabulary it has.</param>
/// <param name="UnknownCount">How many other terms it has.</param>
internal readonly record struct Passage(int Source, int Line, int Start, int Length, int UnknownCount);
