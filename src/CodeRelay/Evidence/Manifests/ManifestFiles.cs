using CodeRelay.Workspace;

namespace CodeRelay.Evidence.Manifests;

/// <summary>Which tracked files say what a repository is built from. Lock files are not: nobody reads a stack off them.</summary>
internal static class ManifestFiles
{
    private const int MaximumFiles = 40;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "package.json", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "Cargo.toml", "go.mod", "global.json", "Gemfile", "composer.json", "pom.xml", "build.gradle", "build.gradle.kts",
        "pubspec.yaml", "mix.exs", "Package.swift", "Dockerfile", "docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml", ".nvmrc", ".node-version", ".python-version", ".tool-versions",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".slnx"];

    /// <summary>The manifests, those near the root first.</summary>
    public static IReadOnlyList<string> Select(FileIndex files) =>
        [.. files.Paths.Where(Is).OrderBy(path => path.Count(c => c == '/')).ThenBy(path => path, StringComparer.Ordinal).Take(MaximumFiles)];

    private static bool Is(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        foreach (var extension in Extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return !path.Contains("node_modules/", StringComparison.Ordinal);
        }

        return Names.Contains(name) ? !path.Contains("node_modules/", StringComparison.Ordinal) : path.StartsWith(".github/workflows/", StringComparison.Ordinal);
    }
}
