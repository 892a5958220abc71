using System.Text.RegularExpressions;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The frameworks that projects declare.</summary>
/// <param name="Names">"net10.0", "net10.0-windows".</param>
/// <param name="Source">The project, or what stands for several.</param>
internal sealed partial record TargetFrameworks(IReadOnlyCollection<string> Names, string Source)
{
    private static readonly string[] Inherited = ["Directory.Build.props", "Directory.Build.targets"];

    /// <summary>The frameworks of what a command builds; of a solution, or where it does not say, those of all projects.</summary>
    /// <param name="target">What the command names; null when it names nothing.</param>
    /// <param name="surroundings">Where.</param>
    /// <returns>Null when a property, a condition or an import decides, or when some project declares none.</returns>
    public static TargetFrameworks? Of(PathResolution? target, CommandSurroundings surroundings)
    {
        var projects = surroundings.Files.Paths.Where(IsProject);
        var source = "any project";
        if (target is { Match: PathMatch.File, Paths: [var file] } && IsProject(file))
            (projects, source) = ([file], file);
        else if (target is { Match: PathMatch.Directory, Paths: [{ Length: > 0 } directory] } && projects.Where(path => path.LastIndexOf('/') == directory.Length && path.StartsWith(directory + "/", StringComparison.Ordinal)).ToArray() is [var only])
            (projects, source) = ([only], only);
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in projects)
        {
            if (Read(project, surroundings) is not { Length: > 0 } frameworks)
                return null;
            names.UnionWith(frameworks);
        }

        return new TargetFrameworks(names, source);
    }

    private static string[]? Read(string project, CommandSurroundings surroundings)
    {
        var directory = project[..Math.Max(0, project.LastIndexOf('/'))];
        var files = Inherited.Select(name => surroundings.Nearest(directory, name)).OfType<string>().Prepend(project);
        var found = new List<string>();
        foreach (var file in files)
        {
            var text = surroundings.Repository.ReadText(file)?.Content ?? "";
            if (Import().IsMatch(text))
                return null;
            found.AddRange(Declared().Matches(text).SelectMany(match => match.Groups["names"].Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        }

        return found.Exists(name => name.Contains('$', StringComparison.Ordinal)) ? null : [.. found];
    }

    private static bool IsProject(string path) => FileNames.Extension(path.AsSpan(path.LastIndexOf('/') + 1)) is "csproj" or "fsproj" or "vbproj";

    [GeneratedRegex(@"<TargetFrameworks?\b[^>]*>(?<names>[^<]*)</TargetFramework", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"<Import\s[^>]*Project\s*=\s*""(?!Sdk\.(?:props|targets)"")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
