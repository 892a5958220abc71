using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeRelay.Text;

namespace CodeRelay.Rules.References.Commands;

/// <summary>Validates `cargo … --package x`, `--bin`, `--example`, `--test` against the manifests of the workspace and the conventional folders.</summary>
internal sealed partial class CargoCommandValidator : CommandValidator
{
    private static readonly string[] Verbs = ["build", "b", "run", "r", "test", "t", "check", "c", "bench", "clippy", "doc", "nextest"];

    private static readonly FrozenSet<string> WithValue = new[]
    {
        "-p", "--package", "--bin", "--example", "--test", "--bench", "--features", "-F", "--target", "--target-dir", "--manifest-path", "--profile", "-j", "--jobs", "--color", "--message-format", "--exclude", "--config", "-Z",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string What, string[] Options)[] Kinds = [("package", ["-p", "--package"]), ("bin", ["--bin"]), ("example", ["--example"]), ("test", ["--test"])];

    public override bool Knows(QuotedCommand command) => command.Tool == "cargo" && command.Words.Skip(1).SkipWhile(word => word.Text.StartsWith('+')).FirstOrDefault() is { Text: { } verb } && Verbs.Contains(verb);

    public override IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings)
    {
        var options = new CommandArguments(command.Words.Skip(1), WithValue);
        var named = Kinds.SelectMany(kind => options.ValuesOf(kind.Options).Select(word => (kind.What, Word: word))).Where(entry => Name().IsMatch(entry.Word.Text)).ToArray();
        if (named.Length == 0 || options.Has("--manifest-path") || CargoTargets.Read(surroundings) is not { } targets)
            yield break;
        foreach (var (what, word) in named)
        {
            var names = targets.Of(what);
            if (!names.Contains(word.Text) && !(what == "package" && targets.IsDependency(word.Text)))
                yield return CommandFault.Undefined(command, word, what, targets.Source, names);
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][\w-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}

/// <summary>The packages of all Cargo.toml files, and their programs, examples and tests.</summary>
internal sealed partial class CargoTargets
{
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal) { ["package"] = [], ["bin"] = [], ["example"] = [], ["test"] = [] };
    private readonly HashSet<string> _dependencies = new(StringComparer.Ordinal);

    private CargoTargets(string source) => Source = source;

    /// <summary>The manifest's path, or a description of several.</summary>
    public string Source { get; }

    /// <summary>The names of a kind: package, bin, example, test.</summary>
    public IReadOnlyCollection<string> Of(string kind) => _names[kind];

    /// <summary>True for a dependency, which cargo accepts by name too.</summary>
    public bool IsDependency(string name) => _dependencies.Contains(name);

    /// <summary>Reads the manifests; null when there is none, or none with a package.</summary>
    public static CargoTargets? Read(CommandSurroundings surroundings)
    {
        var manifests = surroundings.Manifests("Cargo.toml").ToArray();
        var targets = new CargoTargets(manifests is [var single] ? single : "any Cargo.toml");
        foreach (var path in manifests)
            targets.Add(surroundings.Repository.ReadText(path)?.Content ?? "", path[..^"Cargo.toml".Length], surroundings);
        foreach (var path in surroundings.Manifests("Cargo.lock"))
            // Without a limit, since its length grows with the project; cargo writes it in one form.
            targets._dependencies.UnionWith(Value().Matches(surroundings.Repository.ReadText(path, int.MaxValue)?.Content ?? "").Select(match => match.Groups["value"].Value));
        return targets._names["package"].Count == 0 ? null : targets;
    }

    private void Add(string manifest, string directory, CommandSurroundings surroundings)
    {
        var package = "";
        foreach (var table in TomlText.Read(manifest))
        {
            AddDependencies(table);
            if (table.Name is [var kind] && _names.TryGetValue(kind, out var names) && table["name"]?.Value is { } name)
            {
                names.Add(name);
                package = kind == "package" ? name : package;
            }
        }

        if (package.Length == 0)
            return;
        if (surroundings.Files.Contains(directory + "src/main.rs"))
            _names["bin"].Add(package);
        AddFiles("bin", directory + "src/bin/", surroundings);
        AddFiles("example", directory + "examples/", surroundings);
        AddFiles("test", directory + "tests/", surroundings);
    }

    // [dependencies], [workspace.dependencies], [target.x.dev-dependencies], and a dependency with its own table.
    private void AddDependencies(TomlTable table)
    {
        for (var at = 0; at < table.Name.Count; at++)
        {
            if (!table.Name[at].EndsWith("dependencies", StringComparison.Ordinal))
                continue;
            if (at + 1 < table.Name.Count)
                _dependencies.Add(table.Name[at + 1]);
            else
                _dependencies.UnionWith(table.Values.Select(value => value.Key[0]));
        }
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

    [GeneratedRegex("^name\\s*=\\s*[\"'](?<value>[^\"']+)[\"']", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
