using CodeRelay.Workspace;

namespace CodeRelay.Analysis;

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

    /// <summary>The properties of all sections that match, in order; keys in lower case.</summary>
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
