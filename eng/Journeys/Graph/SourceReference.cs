using Microsoft.CodeAnalysis;

namespace CodeRelay.Journeys.Graph;

/// <summary>A use of something that the sources declare.</summary>
/// <param name="From">The member or type whose declaration holds the use.</param>
/// <param name="To">What is used: a type, or a member in its original definition.</param>
/// <param name="File">Path of the file that holds the use, below src.</param>
internal sealed record SourceReference(ISymbol From, ISymbol To, string File)
{
    /// <summary>The files that declare what is used; a partial type has several.</summary>
    public IEnumerable<string> Targets => Declarations.FilesOf(To);
}
