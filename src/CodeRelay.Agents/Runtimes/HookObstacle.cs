namespace CodeRelay.Agents.Runtimes;

/// <summary>Something in a settings file that keeps the hooks from running.</summary>
/// <param name="File">Full path.</param>
/// <param name="Place">The line and column of the key, 1-based.</param>
/// <param name="Says">One sentence that names the file as it is given.</param>
internal sealed record HookObstacle(string File, (int Line, int Column) Place, Func<string, string> Says)
{
    /// <summary>True when the runtime refuses the file because of it; else it is a switch.</summary>
    public bool RefusesFile { get; init; }

    public override string ToString() => Says(File);
}
