using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Analysis;

/// <summary>Severities from .editorconfig files, as Roslyn analyzers take them: `dotnet_diagnostic.RLY1001.severity = error`.</summary>
internal sealed class EditorConfig(Repository repository)
{
    private const string Prefix = "dotnet_diagnostic.";
    private const string Suffix = ".severity";

    private readonly Dictionary<string, IReadOnlyList<EditorConfigFile>> _byDirectory = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Severity>> _byPath = new(StringComparer.Ordinal);

    /// <summary>The severity that the .editorconfig files above a path set for a rule; nearer files and later sections win.</summary>
    public Severity? SeverityOf(string ruleId, string path)
    {
        if (!_byPath.TryGetValue(path, out var severities))
            _byPath[path] = severities = Read(path);
        return severities.TryGetValue(ruleId, out var severity) ? severity : null;
    }

    private Dictionary<string, Severity> Read(string path)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in FilesAround(path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : ""))
        {
            foreach (var (key, value) in file.PropertiesOf(path))
            {
                if (key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(Suffix, StringComparison.Ordinal) && Parse(value) is { } severity)
                    severities[key[Prefix.Length..^Suffix.Length]] = severity;
            }
        }

        return severities;
    }

    // The farthest first; a file with root = true hides those above it.
    private IReadOnlyList<EditorConfigFile> FilesAround(string directory)
    {
        if (_byDirectory.TryGetValue(directory, out var known))
            return known;
        var own = EditorConfigFile.Read(repository, directory);
        var above = directory.Length == 0 || own?.IsRoot == true ? [] : FilesAround(directory.LastIndexOf('/') is var slash and >= 0 ? directory[..slash] : "");
        return _byDirectory[directory] = own is null ? above : [.. above, own];
    }

    private static Severity? Parse(string value) => value.ToLowerInvariant() switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "suggestion" => Severity.Info,
        "silent" or "none" => Severity.Off,
        _ => null,
    };
}

/// <summary>One .editorconfig file: sections of properties, each for the paths that a glob matches (editorconfig.org, specification 0.17).</summary>
internal sealed class EditorConfigFile
{
    private readonly string _directory;
    private readonly List<(string Glob, List<KeyValuePair<string, string>> Properties)> _sections = [];

    private EditorConfigFile(string directory) => _directory = directory;

    public bool IsRoot { get; private set; }

    public static EditorConfigFile? Read(Repository repository, string directory)
    {
        if (repository.ReadText(directory.Length == 0 ? ".editorconfig" : $"{directory}/.editorconfig") is not { } text)
            return null;
        var file = new EditorConfigFile(directory);
        for (var line = 1; line <= text.LineCount; line++)
            file.ReadLine(text.Line(line).Trim().ToString());
        return file;
    }

    /// <summary>The properties of all matching sections, in order; keys in lower case.</summary>
    public IEnumerable<KeyValuePair<string, string>> PropertiesOf(string path)
    {
        var relative = _directory.Length == 0 ? path : path[(_directory.Length + 1)..];
        return _sections.Where(section => Matches(section.Glob, relative)).SelectMany(section => section.Properties);
    }

    private void ReadLine(string line)
    {
        if (line is "" or ['#' or ';', ..])
            return;
        if (line is ['[', .., ']'])
        {
            _sections.Add((line[1..^1], []));
            return;
        }

        var equals = line.IndexOfAny(['=', ':']);
        if (equals <= 0)
            return;
        var (key, value) = (line[..equals].Trim().ToLowerInvariant(), line[(equals + 1)..].Trim());
        if (_sections.Count > 0)
            _sections[^1].Properties.Add(new(key, value));
        else if (key == "root")
            IsRoot = value.Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Matches(string glob, string path) =>
        glob.Contains('/', StringComparison.Ordinal) ? Glob.IsMatch(glob.TrimStart('/'), path) : Glob.IsMatch("**/" + glob, path);
}
