namespace CodeRelay.Analysis;

/// <summary>The weight of a finding, in ascending order.</summary>
public enum Severity
{
    Off,
    Info,
    Warning,
    Error,
}

/// <summary>The words for severities in configuration and output.</summary>
internal static class Severities
{
    /// <summary>The words in coderelay.yml, indexed by severity.</summary>
    public static IReadOnlyList<string> Words { get; } = ["off", "info", "warning", "error"];

    public static string Word(this Severity severity) => Words[(int)severity];

    /// <summary>Reads one of <see cref="Words"/>.</summary>
    public static bool TryParse(string word, out Severity severity)
    {
        var index = Words.ToList().IndexOf(word);
        severity = index < 0 ? Severity.Off : (Severity)index;
        return index >= 0;
    }
}
