namespace CodeRelay.Analysis.Fixing;

/// <summary>The result of applying fixes in memory; nothing is written.</summary>
/// <param name="Before">The findings before the fixes.</param>
/// <param name="After">The remaining findings.</param>
/// <param name="Applied">The fixed findings, in the order of their fixes.</param>
/// <param name="Files">The changed files, in the order of the input.</param>
public sealed record FixResult(AnalysisResult Before, AnalysisResult After, IReadOnlyList<Finding> Applied, IReadOnlyList<FixedFile> Files);
