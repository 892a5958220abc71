using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Agents.Runtimes;

/// <summary>What a hook process gives back to the runtime.</summary>
/// <param name="Output">Standard output, in the runtime's protocol; empty when there is nothing to say.</param>
/// <param name="ExitCode">0 except where a runtime's only way to object is another code.</param>
/// <param name="Error">Standard error, for runtimes that read it.</param>
internal sealed record HookAnswer(string Output, int ExitCode = 0, string Error = "")
{
    /// <summary>
    /// The handoffs that the output carries, or null. Whoever writes the output confirms them afterwards, or disposes of them when it
    /// could not be written.
    /// </summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Lets the agent go on without a word; every runtime accepts it.</summary>
    public static HookAnswer Silent { get; } = new("");
}
