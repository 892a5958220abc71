namespace CodeRelay.Analysis;

/// <summary>How large a file may be; null means no bound.</summary>
/// <param name="Lines">Lines of the file.</param>
/// <param name="Tokens">Estimated tokens.</param>
public sealed record Budget(int? Lines, int? Tokens);
