using CodeRelay.Text;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Documents;

/// <summary>The YAML block between `---` lines at the start of a file: top-level keys with scalar values.</summary>
internal sealed class FrontMatter
{
    // The time of the YAML parser is quadratic in the nesting depth.
    private const int Longest = 16 * 1024;
    private const int MostCollections = 500;

    private readonly Dictionary<string, Entry> _entries;

    private FrontMatter(Dictionary<string, Entry> entries, TextRange range, string? error)
    {
        _entries = entries;
        Range = range;
        Error = error;
    }

    /// <summary>A key's value and its line, 1-based.</summary>
    public sealed record Entry(string Value, int Line);

    /// <summary>The lines of the block, its delimiters included.</summary>
    public TextRange Range { get; }

    /// <summary>Why the block could not be read as YAML, or null.</summary>
    public string? Error { get; }

    public IReadOnlyDictionary<string, Entry> Entries => _entries;

    /// <summary>A key's value, or null.</summary>
    public string? this[string key] => _entries.GetValueOrDefault(key)?.Value;

    /// <summary>Reads the block at the start, or returns null when there is none.</summary>
    public static FrontMatter? Read(SourceText text)
    {
        if (!text.Line(1).TrimEnd().SequenceEqual("---"))
            return null;
        for (var line = 2; line <= text.LineCount; line++)
        {
            if (!text.Line(line).TrimEnd().SequenceEqual("---"))
                continue;
            var yaml = text.Content[text.LineStart(2)..text.LineStart(line)];
            return Parse(yaml, text.LineRange(1, line));
        }

        return null;
    }

    private static FrontMatter Parse(string yaml, TextRange range)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        if (yaml.Length > Longest || yaml.AsSpan().Count('[') + yaml.AsSpan().Count('{') > MostCollections)
            return new FrontMatter(entries, range, "it is too long or nested too deeply to be read");
        try
        {
            if (YamlText.Read(yaml) is [{ RootNode: YamlMappingNode root }, ..])
            {
                foreach (var (key, value) in root.Children)
                {
                    if (key is YamlScalarNode { Value: { } name } && value is YamlScalarNode scalar)
                        entries[name] = new Entry(scalar.Value ?? "", (int)key.Start.Line + 1);
                }
            }

            return new FrontMatter(entries, range, error: null);
        }
        catch (YamlTextException e)
        {
            return new FrontMatter(entries, range, e.Message);
        }
    }
}
