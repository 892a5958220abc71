using CodeRelay.Workspace;

namespace CodeRelay.Curing;

/// <summary>A file that fixes change.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Before">What was judged.</param>
/// <param name="After">The same with the fixes applied.</param>
public sealed record CuredFile(string Path, SourceText Before, SourceText After);
