namespace CodeRelay.Agents.Editing;

/// <summary>A settings file cannot be edited; no file was changed.</summary>
internal sealed class SettingsException : Exception
{
    public SettingsException()
    {
    }

    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="file">Full path of the file.</param>
    /// <param name="line">1-based.</param>
    /// <param name="column">1-based, in UTF-16 units.</param>
    /// <param name="problem">The problem at that position.</param>
    public SettingsException(string file, int line, int column, string problem)
        : base($"{file}({line},{column}): {problem}")
    {
        File = file;
        Line = line;
        Column = column;
        Problem = problem;
    }

    public string? File { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = "";
}
