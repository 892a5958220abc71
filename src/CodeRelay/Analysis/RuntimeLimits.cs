namespace CodeRelay.Analysis;

/// <summary>What a runtime takes at most before it cuts or warns; null where no limit is known.</summary>
/// <param name="HookOutputCharacters">Characters of one text that a hook hands over.</param>
/// <param name="InstructionBytes">Bytes of the whole chain of instruction files, cut silently beyond.</param>
/// <param name="InstructionCharacters">Characters of one instruction file, warned about beyond.</param>
public sealed record RuntimeLimits(int? HookOutputCharacters, int? InstructionBytes, int? InstructionCharacters)
{
    /// <summary>Nothing is known.</summary>
    public static RuntimeLimits Unknown { get; } = new(null, null, null);
}
