using CodeRelay.Journeys.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CodeRelay.Journeys;

/// <summary>The size and coupling of a set of files.</summary>
internal sealed class Figures
{
    private readonly IReadOnlyList<string> _files;
    private readonly FileGraph _graph;
    private readonly CSharpCompilation _compilation;

    public Figures(string project, CSharpCompilation compilation, FileGraph graph)
    {
        _compilation = compilation;
        _graph = graph;
        _files = [.. graph.Files.Where(file => file.StartsWith(project, StringComparison.Ordinal))];
        Lines = [.. Trees().Select(tree => tree.GetText().Lines.Count - 1).Order()];
        Bodies = [.. Trees().SelectMany(tree => tree.GetRoot().DescendantNodes()).Select(LinesOfBody).OfType<int>().Order()];
        Uses = [.. _files.Select(file => graph.UsesOf(file).Count).Order()];
        Hops = [.. _files.SelectMany(file => graph.HopsFrom([file]).Values).Where(hops => hops > 0)];
    }

    public int Files => _files.Count;

    public IReadOnlyList<int> Lines { get; }

    /// <summary>Lines per body of a method or constructor, without braces.</summary>
    public IReadOnlyList<int> Bodies { get; }

    /// <summary>The number of other files that each file uses.</summary>
    public IReadOnlyList<int> Uses { get; }

    /// <summary>The fewest hops between every two connected files.</summary>
    public IReadOnlyList<int> Hops { get; }

    public double MeanReach => Files == 0 ? 0 : (double)Hops.Count / Files;

    public double SingleUserShare
    {
        get
        {
            var users = _graph.Users();
            return (double)_files.Count(file => users[file] == 1) / Files;
        }
    }

    public int PublicTypes => Trees().SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Select(node => _compilation.GetSemanticModel(tree).GetDeclaredSymbol(node)))
        .OfType<INamedTypeSymbol>().Distinct(SymbolEqualityComparer.Default).Count(IsVisible!);

    /// <summary>The smallest sorted value above a share of all.</summary>
    public static int Quantile(IReadOnlyList<int> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private IEnumerable<SyntaxTree> Trees() => _compilation.SyntaxTrees.Where(tree => _files.Contains(tree.FilePath, StringComparer.Ordinal));

    private static bool IsVisible(ISymbol type) => type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsVisible(type.ContainingType));

    private static int? LinesOfBody(SyntaxNode node)
    {
        var (block, expression) = node switch
        {
            BaseMethodDeclarationSyntax method => (method.Body, method.ExpressionBody),
            _ => (null, null),
        };
        if (block is not null)
            return Math.Max(1, LineOf(block.CloseBraceToken) - LineOf(block.OpenBraceToken) - 1);
        return expression is null ? null : LineOf(expression.Expression.GetLastToken()) - LineOf(expression.Expression.GetFirstToken()) + 1;
    }

    private static int LineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line;
}
