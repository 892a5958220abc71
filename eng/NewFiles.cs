namespace CodeRelay.Eng;

/// <summary>Files to write and catalog lines to add; nothing changes when one of the files exists.</summary>
internal sealed class NewFiles
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _changes = new(StringComparer.Ordinal);

    /// <summary>A new file, by its path in the checkout.</summary>
    public NewFiles Add(string path, string text)
    {
        _files.Add(path, text);
        return this;
    }

    /// <summary>Adds a line to a run of lines with a common prefix, without duplicates.</summary>
    /// <param name="path">The file, by its path in the checkout.</param>
    /// <param name="line">The line, without indentation.</param>
    /// <param name="alike">The prefix of the lines in the run, without indentation.</param>
    /// <param name="isSorted">False when the run's order has a meaning: the line goes to its end.</param>
    public NewFiles AddLine(string path, string line, string alike, bool isSorted = true)
    {
        var lines = Text(path).Split('\n').ToList();
        var run = lines.Select((text, index) => (Text: text.Trim(), Index: index)).Where(entry => entry.Text.StartsWith(alike, StringComparison.Ordinal)).ToArray();
        if (run.Length == 0)
            throw new FailedException($"{path} has no line that begins with '{alike}'");
        if (!run.Any(entry => entry.Text == line))
        {
            var end = (Text: "", Index: run[^1].Index + 1);
            var before = run.FirstOrDefault(entry => isSorted && string.CompareOrdinal(entry.Text, line) > 0, end).Index;
            var indentation = lines[run[0].Index][..^lines[run[0].Index].TrimStart().Length];
            lines.Insert(before, indentation + line);
        }

        _changes[path] = string.Join('\n', lines);
        return this;
    }

    /// <summary>Appends text to a file.</summary>
    public NewFiles Append(string path, string text)
    {
        _changes[path] = Text(path).TrimEnd('\n') + "\n" + text;
        return this;
    }

    public void Write()
    {
        if (_files.Keys.FirstOrDefault(path => File.Exists(Checkout.At(path))) is { } existing)
            throw new FailedException($"{existing} exists already");
        foreach (var (path, text) in _files.Concat(_changes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Checkout.At(path))!);
            File.WriteAllText(Checkout.At(path), text);
            Console.WriteLine($"{(_files.ContainsKey(path) ? "wrote  " : "changed")} {path}");
        }
    }

    private string Text(string path) => _changes.TryGetValue(path, out var changed) ? changed : File.ReadAllText(Checkout.At(path));
}
