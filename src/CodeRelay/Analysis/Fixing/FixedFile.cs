using CodeRelay.Text;

namespace CodeRelay.Analysis.Fixing;

/// <summary>A file that fixes change or make.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Before">What was judged; empty for a file that is made.</param>
/// <param name="After">The same with the fixes applied.</param>
public sealed record FixedFile(string Path, SourceText Before, SourceText After)
{
    /// <summary>True for a file that was not there.</summary>
    public bool IsNew { get; init; }

    /// <summary>True when it only gets more than it had: such a file is written first, so that nothing is ever in none of two files.</summary>
    public bool OnlyGains => After.Content.StartsWith(Before.Content, StringComparison.Ordinal);
}
