using System.Numerics;
using System.Runtime.InteropServices;

namespace CodeRelay.Text;

/// <summary>
/// A hash that is stable across processes. For change detection, not for secrets: loading a cryptographic library would take longer than
/// the rest of a hook.
/// </summary>
internal struct StableHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private ulong _value;

    public void Add(long value) => _value = BitOperations.RotateLeft((_value ^ (ulong)value) * Prime, 29) + Prime;

    public void Add(ReadOnlySpan<char> text)
    {
        Add(text.Length);
        AddWords(MemoryMarshal.AsBytes(text));
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        AddWords(bytes);
    }

    public readonly long Value => (long)((_value ^ (_value >> 32)) * Prime);

    /// <summary>The hash of a text as 16 hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var hash = new StableHash();
        hash.Add(text);
        return hash.ToString();
    }

    public override readonly string ToString() => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    private void AddWords(ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, long>(bytes))
            Add(word);
        foreach (var rest in bytes[(bytes.Length & ~7)..])
            Add(rest);
    }
}
