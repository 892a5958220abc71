namespace CodeRelay.Benchmarks;

/// <summary>A command line that competes.</summary>
internal sealed record Contender(string Name, string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>What it gets on its standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>Variables to set, or to remove where the value is null.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>A run with any other exit code stops the benchmark: it would measure a failure. Null where 0 and 1 both mean that it did its work.</summary>
    public int? ExitCode { get; init; } = 0;

    /// <summary>Brings back the state from before a run; not measured.</summary>
    public Action? Reset { get; init; }
}
