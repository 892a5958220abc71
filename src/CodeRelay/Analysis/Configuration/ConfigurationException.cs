namespace CodeRelay.Analysis;

/// <summary>A configuration or baseline file is not usable. The message names the value and the valid ones.</summary>
public sealed class ConfigurationException : Exception
{
    public ConfigurationException()
        : this("", 0, 0, "")
    {
    }

    public ConfigurationException(string message)
        : this("", 0, 0, message)
    {
    }

    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
        File = "";
    }

    /// <param name="file">Relative to the root.</param>
    /// <param name="line">1-based, 0 for the whole file.</param>
    /// <param name="column">1-based, 0 for the whole file.</param>
    /// <param name="message">What is wrong and what would be valid.</param>
    public ConfigurationException(string file, int line, int column, string message)
        : base(line > 0 ? $"{file}({line},{column}): {message}" : $"{file}: {message}")
    {
        File = file;
        Line = line;
        Column = column;
    }

    public string File { get; }

    public int Line { get; }

    public int Column { get; }
}
