using CodeRelay.Text;

namespace CodeRelay.Analysis.Fixing;

/// <summary>A file that fixes change or create.</summary>
/// <param name="Path">Relative to the root, with '/'.</param>
/// <param name="Before">The text before the fixes; empty for a new file.</param>
/// <param name="After">The text with the fixes applied.</param>
public sealed record FixedFile(string Path, SourceText Before, SourceText After)
{
    /// <summary>True for a file that did not exist.</summary>
    public bool IsNew { get; init; }

    /// <summary>True when the fixes only append. Such a file is written first, so that moved text is always in at least one file.</summary>
    public bool OnlyGains => After.Content.StartsWith(Before.Content, StringComparison.Ordinal);
}
