namespace CodeRelay.Analysis;

/// <summary>The limits beyond which a runtime cuts or warns; null for no known limit.</summary>
/// <param name="HookOutputCharacters">Characters of one hook text.</param>
/// <param name="InstructionBytes">Bytes of the whole chain of instruction files; the rest is cut silently.</param>
/// <param name="InstructionCharacters">Characters of one instruction file; the runtime warns beyond.</param>
public sealed record RuntimeLimits(int? HookOutputCharacters, int? InstructionBytes, int? InstructionCharacters)
{
    /// <summary>No known limits.</summary>
    public static RuntimeLimits Unknown { get; } = new(null, null, null);
}
