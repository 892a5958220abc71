namespace CodeRelay.Packets.Lanes;

/// <summary>A declared lane, tool or person, with its position.</summary>
/// <param name="Value">As written.</param>
/// <param name="Start">UTF-16 offset of its first character in the file.</param>
/// <param name="Length">Length in UTF-16 units.</param>
internal sealed record DeclaredValue(string Value, int Start, int Length)
{
    public int End => Start + Length;
}
