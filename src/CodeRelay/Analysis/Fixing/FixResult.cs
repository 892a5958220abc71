namespace CodeRelay.Analysis.Fixing;

/// <summary>What fixes would do; nothing is written.</summary>
/// <param name="Before">The findings of the files as they are.</param>
/// <param name="After">The findings that are left.</param>
/// <param name="Applied">The findings that are cured, in the order in which their fixes were applied.</param>
/// <param name="Files">The files that change, in the order in which they are judged.</param>
public sealed record FixResult(AnalysisResult Before, AnalysisResult After, IReadOnlyList<Finding> Applied, IReadOnlyList<FixedFile> Files);
