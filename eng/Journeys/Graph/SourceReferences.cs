using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeRelay.Journeys.Graph;

/// <summary>Finds all uses of source types and members, as the compiler resolves them.</summary>
internal static class SourceReferences
{
    public static IReadOnlyList<SourceReference> Of(CSharpCompilation compilation)
    {
        var found = new List<SourceReference>[compilation.SyntaxTrees.Length];
        Parallel.For(0, found.Length, index => found[index] = Of(compilation.SyntaxTrees[index], compilation));
        return [.. found.SelectMany(references => references).Distinct()];
    }

    private static List<SourceReference> Of(SyntaxTree tree, CSharpCompilation compilation)
    {
        var references = new List<SourceReference>();
        var model = compilation.GetSemanticModel(tree);
        // A using directive is no use.
        foreach (var node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax).Where(CanRefer))
        {
            var info = model.GetSymbolInfo(node);
            if (Declarations.Declared(info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { } target && Declarations.Around(node, model) is { } owner)
                references.Add(new SourceReference(owner, target, tree.FilePath));
        }

        return references;
    }

    // Names, and expressions that call a member without a name. `var` names nothing.
    private static bool CanRefer(SyntaxNode node) => node switch
    {
        IdentifierNameSyntax { IsVar: true } => false,
        SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or ConstructorInitializerSyntax => true,
        BinaryExpressionSyntax or PrefixUnaryExpressionSyntax => true,
        _ => false,
    };
}
