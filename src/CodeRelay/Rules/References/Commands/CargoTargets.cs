using System.Text.RegularExpressions;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The packages of all Cargo.toml, and their programs, examples and tests.</summary>
internal sealed partial class CargoTargets
{
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal) { ["package"] = [], ["bin"] = [], ["example"] = [], ["test"] = [] };
    private readonly HashSet<string> _dependencies = new(StringComparer.Ordinal);

    private CargoTargets(string source) => Source = source;

    /// <summary>The manifest's path, or what stands for several.</summary>
    public string Source { get; }

    /// <summary>The names of a kind: package, bin, example, test.</summary>
    public IReadOnlyCollection<string> Of(string kind) => _names[kind];

    /// <summary>True for a package that others depend on; cargo builds it by name as well.</summary>
    public bool IsDependency(string name) => _dependencies.Contains(name);

    /// <summary>Reads the manifests; null when there is none, or none that names a package.</summary>
    public static CargoTargets? Read(CommandSurroundings surroundings)
    {
        var manifests = surroundings.Manifests("Cargo.toml").ToArray();
        var targets = new CargoTargets(manifests is [var single] ? single : "any Cargo.toml");
        foreach (var path in manifests)
            targets.Add(surroundings.Repository.ReadText(path)?.Content ?? "", path[..^"Cargo.toml".Length], surroundings);
        foreach (var path in surroundings.Manifests("Cargo.lock"))
            targets._dependencies.UnionWith(Value().Matches(surroundings.Repository.ReadText(path, int.MaxValue)?.Content ?? "").Select(match => match.Groups["value"].Value));
        return targets._names["package"].Count == 0 ? null : targets;
    }

    private void Add(string manifest, string directory, CommandSurroundings surroundings)
    {
        var table = "";
        var package = "";
        foreach (var line in manifest.Split('\n').Select(line => line.Trim()))
        {
            if (Table().Match(line) is { Success: true } header)
                table = header.Groups["name"].Value;
            else if (table.Contains("dependencies", StringComparison.Ordinal) && Key().Match(line) is { Success: true } key)
                _dependencies.Add(key.Groups["key"].Value);
            else if (Value().Match(line) is { Success: true } value && _names.TryGetValue(table, out var names))
            {
                names.Add(value.Groups["value"].Value);
                package = table == "package" ? value.Groups["value"].Value : package;
            }

            if (table.Contains("dependencies.", StringComparison.Ordinal))
                _dependencies.Add(table[(table.LastIndexOf('.') + 1)..].Trim('"'));
        }

        if (package.Length == 0)
            return;
        if (surroundings.Files.Contains(directory + "src/main.rs"))
            _names["bin"].Add(package);
        AddFiles("bin", directory + "src/bin/", surroundings);
        AddFiles("example", directory + "examples/", surroundings);
        AddFiles("test", directory + "tests/", surroundings);
    }

    // tests/a.rs, and tests/a/main.rs
    private void AddFiles(string kind, string folder, CommandSurroundings surroundings)
    {
        foreach (var path in surroundings.Files.Paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(".rs", StringComparison.Ordinal)))
        {
            var below = path[folder.Length..^".rs".Length];
            if (!below.Contains('/', StringComparison.Ordinal))
                _names[kind].Add(below);
            else if (below.EndsWith("/main", StringComparison.Ordinal) && below.Count(c => c == '/') == 1)
                _names[kind].Add(below[..^"/main".Length]);
        }
    }

    [GeneratedRegex(@"^\[{1,2}\s*(?<name>[^\]]+?)\s*\]{1,2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex("^(?<key>[\\w-]+)(?:\\.[\\w-]+)?\\s*=", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("^name\\s*=\\s*[\"'](?<value>[^\"']+)[\"']", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
