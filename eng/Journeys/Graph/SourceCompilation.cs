using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeRelay.Journeys.Graph;

/// <summary>The sources of several projects as one compilation, so that a name resolves across projects.</summary>
internal static class SourceCompilation
{
    // The directives of ImplicitUsings.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.CSharp14, DocumentationMode.None, preprocessorSymbols: ["NET", "NET9_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER"]);

    /// <summary>Finds the product's projects: the directories below src that have a project file.</summary>
    /// <returns>Their names, in alphabetical order.</returns>
    public static IReadOnlyList<string> Projects(string root) =>
        [.. Directory.EnumerateDirectories(Path.Combine(root, "src"))
            .Where(directory => Directory.EnumerateFiles(directory, "*.csproj").Any())
            .Select(directory => Path.GetFileName(directory)!)
            .Order(StringComparer.Ordinal)];

    /// <summary>
    /// Compiles the projects' sources without generated ones, which declare nothing that the sources refer to by name.
    /// Packages resolve to the assemblies of the running program.
    /// </summary>
    public static CSharpCompilation Of(string root, IReadOnlyList<string> projects)
    {
        var trees = projects.SelectMany(project => Sources(Path.Combine(root, "src", project)))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Syntax, Path.GetRelativePath(Path.Combine(root, "src"), file).Replace('\\', '/')))
            .Prepend(CSharpSyntaxTree.ParseText(ImplicitUsings, Syntax));
        return CSharpCompilation.Create("Sources", trees, References(), new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The compiled files, as paths below src.</summary>
    public static IEnumerable<string> Files(CSharpCompilation compilation) => compilation.SyntaxTrees.Select(tree => tree.FilePath).Where(path => path.Length > 0);

    private static IEnumerable<string> Sources(string directory) =>
        Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    // The product's own assemblies would declare every type a second time.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("CodeRelay", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
}
