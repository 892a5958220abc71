using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.Runtimes;

/// <summary>The answer of a hook process to the runtime.</summary>
/// <param name="Output">Standard output, in the runtime's protocol; empty for no answer.</param>
/// <param name="ExitCode">0 unless another code is the runtime's only way to object.</param>
/// <param name="Error">Standard error, for runtimes that read it.</param>
internal sealed record HookAnswer(string Output, int ExitCode = 0, string Error = "")
{
    /// <summary>
    /// The handoffs in the output, or null. The writer of the output confirms them after writing, or disposes of them when writing
    /// failed.
    /// </summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Lets the agent continue without output; every runtime accepts it.</summary>
    public static HookAnswer Silent { get; } = new("");
}
