namespace CodeRelay.Packets.Lanes;

/// <summary>What a packet says about who works on it, and where it says so.</summary>
/// <param name="Value">As written.</param>
/// <param name="Start">Offset of its first character in the file.</param>
/// <param name="Length">UTF-16 units.</param>
internal sealed record DeclaredValue(string Value, int Start, int Length)
{
    public int End => Start + Length;
}
