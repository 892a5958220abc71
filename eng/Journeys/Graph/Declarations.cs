using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeRelay.Journeys.Graph;

/// <summary>The declarations of symbols in the sources.</summary>
internal static class Declarations
{
    /// <summary>Lists the files that declare a symbol; empty for what a package or the framework declares.</summary>
    public static IEnumerable<string> FilesOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath).Distinct(StringComparer.Ordinal);

    /// <summary>Maps a constructed, reduced or implicit symbol to its source declaration.</summary>
    /// <returns>Null for a local, a parameter, a namespace, and any symbol without a source declaration.</returns>
    public static ISymbol? Declared(ISymbol? symbol)
    {
        symbol = (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol)?.OriginalDefinition;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            return null;
        if (symbol is not (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol))
            return null;
        if (symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol && symbol.DeclaringSyntaxReferences.IsEmpty)
            symbol = symbol.ContainingType?.OriginalDefinition;
        return symbol is null || symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol;
    }

    /// <summary>Finds the member or type whose declaration contains a node.</summary>
    public static ISymbol? Around(SyntaxNode node, SemanticModel model)
    {
        foreach (var declaration in node.AncestorsAndSelf())
        {
            var symbol = declaration switch
            {
                VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } => model.GetDeclaredSymbol(declaration),
                BaseFieldDeclarationSyntax field => model.GetDeclaredSymbol(field.Declaration.Variables[0]),
                MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax => model.GetDeclaredSymbol(declaration),
                CompilationUnitSyntax => model.GetDeclaredSymbol(declaration),
                _ => null,
            };
            if (symbol is not null)
                return symbol;
        }

        return null;
    }
}
