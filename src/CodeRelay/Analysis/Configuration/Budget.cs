namespace CodeRelay.Analysis;

/// <summary>The maximum size of a file; null means no limit.</summary>
/// <param name="Lines">Lines of the file.</param>
/// <param name="Tokens">Estimated tokens.</param>
public sealed record Budget(int? Lines, int? Tokens);
