using Microsoft.CodeAnalysis;

namespace CodeRelay.Journeys.Graph;

/// <summary>A use of a source declaration.</summary>
/// <param name="From">The member or type whose declaration contains the use.</param>
/// <param name="To">The used type, or member in its original definition.</param>
/// <param name="File">Path of the using file, below src.</param>
internal sealed record SourceReference(ISymbol From, ISymbol To, string File)
{
    /// <summary>The files that declare the target; a partial type has several.</summary>
    public IEnumerable<string> Targets => Declarations.FilesOf(To);
}
