using System.Text.RegularExpressions;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Evidence.Manifests;

/// <summary>The scripts and targets that manifests define, with their commands: package.json, composer.json, pyproject.toml, makefiles and MSBuild files.</summary>
internal sealed partial class ScriptIndex
{
    private const int MostFiles = 40;
    private const int LongestValue = 400;

    private static readonly (string End, Regex Pattern)[] Kinds =
    [
        ("package.json", JsonScripts()), ("composer.json", JsonScripts()), ("pyproject.toml", TomlScripts()), ("Makefile", MakeTargets()), ("makefile", MakeTargets()), ("GNUmakefile", MakeTargets()),
        (".csproj", XmlTargets()), (".fsproj", XmlTargets()), (".vbproj", XmlTargets()), (".props", XmlTargets()), (".targets", XmlTargets()),
    ];

    private readonly Dictionary<string, List<ManifestEntry>> _byName = new(StringComparer.Ordinal);

    public ScriptIndex(Repository repository)
    {
        foreach (var (path, pattern) in repository.Files.Paths.Select(path => (Path: path, Pattern: PatternOf(path))).Where(file => file.Pattern is not null).OrderBy(file => file.Path.Count(c => c == '/')).Take(MostFiles))
        {
            if (repository.ReadText(path) is not { } text)
                continue;
            foreach (var entry in Read(path, text, pattern!))
            {
                if (!_byName.TryGetValue(entry.Name, out var entries))
                    _byName[entry.Name] = entries = [];
                entries.Add(entry);
            }
        }
    }

    /// <summary>The scripts or targets with a name.</summary>
    public IReadOnlyList<ManifestEntry> Find(string name) => _byName.TryGetValue(name, out var entries) ? entries : [];

    private static IEnumerable<ManifestEntry> Read(string path, SourceText text, Regex pattern)
    {
        foreach (Match match in pattern.Matches(text.Content))
        {
            var names = match.Groups["name"].Captures;
            var values = match.Groups["value"].Captures;
            for (var i = 0; i < names.Count && i < values.Count; i++)
                yield return new(path, text.Position(names[i].Index).Line, names[i].Value, values[i].Length > LongestValue ? values[i].Value[..LongestValue] : values[i].Value);
        }
    }

    private static Regex? PatternOf(string path) =>
        path.Contains("node_modules/", StringComparison.Ordinal) ? null : Array.Find(Kinds, kind => path.EndsWith(kind.End, StringComparison.Ordinal) && (kind.End[0] == '.' || path.Length == kind.End.Length || path[^(kind.End.Length + 1)] == '/')).Pattern;

    [GeneratedRegex(@"""scripts""\s*:\s*\{(?:\s*""(?<name>[^""\\]{1,80})""\s*:\s*""(?<value>(?:[^""\\]|\\.)*)""\s*,?)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonScripts();

    [GeneratedRegex(@"^\[(?:project\.scripts|tool\.(?:[\w-]+\.)?(?:scripts|tasks|[\w-]+\.tasks))\][ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n|[ \t]*(?<name>[\w-]{1,80})[ \t]*=[ \t]*(?<value>[^\r\n]*)\r?\n?)*", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TomlScripts();

    [GeneratedRegex(@"^(?<name>[A-Za-z][\w.-]{0,80})[ \t]*:(?![:=])(?<value>[^\n]*(?:\n\t[^\n]*)*)", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MakeTargets();

    [GeneratedRegex(@"<Target\s+Name=""(?<name>\w{1,80})""(?<value>[^>]*>(?:[^<]|<(?!/Target>))*)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex XmlTargets();
}
