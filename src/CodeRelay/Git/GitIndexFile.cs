using System.Buffers.Binary;
using System.Text;

namespace CodeRelay.Git;

/// <summary>Reads the paths in git's index file (gitformat-index(5)): the output of `git ls-files` without a process.</summary>
internal static class GitIndexFile
{
    private const int HeaderLength = 12;
    private const int StatLength = 40;
    private const int HashLength = 20;
    private const int LongestFile = 512 * 1024 * 1024;
    private const ushort Extended = 0x4000;

    /// <summary>True when the index header has a format that <see cref="ReadPaths"/> can most likely read.</summary>
    public static bool IsPlain(string gitDirectory)
    {
        try
        {
            using var file = File.OpenHandle(FileIn(gitDirectory));
            Span<byte> header = stackalloc byte[HeaderLength];
            return RandomAccess.Read(file, header, 0) == HeaderLength && IsPlain(header);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The paths, repeated for several stages; null when there is no index or its format is not supported.</summary>
    /// <param name="gitDirectory">The worktree's own git directory.</param>
    public static string[]? ReadPaths(string gitDirectory)
    {
        try
        {
            using var file = File.OpenHandle(FileIn(gitDirectory));
            var length = RandomAccess.GetLength(file);
            if (length is < HeaderLength + HashLength or > LongestFile)
                return null;
            var bytes = GC.AllocateUninitializedArray<byte>((int)length);
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count)
                read += count;
            return read == bytes.Length ? Parse(bytes) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Not supported: version 4 with compressed paths, split and sparse indexes, and SHA-256, where the entries do not add up to the length of
    // the file.
    internal static string[]? Parse(ReadOnlySpan<byte> bytes)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]);
        if (!IsPlain(bytes) || count > bytes.Length / StatLength)
            return null;
        var paths = new string[count];
        var at = HeaderLength;
        var end = bytes.Length - HashLength;
        for (var i = 0; i < paths.Length; i++)
        {
            var name = at + StatLength + HashLength + sizeof(ushort);
            if (name > end)
                return null;
            if ((BinaryPrimitives.ReadUInt16BigEndian(bytes[(name - sizeof(ushort))..]) & Extended) != 0)
                name += sizeof(ushort);
            var length = name < end ? bytes[name..end].IndexOf((byte)0) : -1;
            if (length <= 0)
                return null;
            paths[i] = Encoding.UTF8.GetString(bytes.Slice(name, length));
            // One to eight zero bytes pad an entry to a multiple of eight.
            at += (name - at + length + 8) & ~7;
        }

        return EndsWell(bytes, at, end) ? paths : null;
    }

    private static string FileIn(string gitDirectory) => Path.Combine(gitDirectory, "index");

    private static bool IsPlain(ReadOnlySpan<byte> header) => header.StartsWith("DIRC"u8) && BinaryPrimitives.ReadUInt32BigEndian(header[4..]) is (2 or 3);

    // An extension whose name begins with a lower-case letter is required to understand the index.
    private static bool EndsWell(ReadOnlySpan<byte> bytes, long at, int end)
    {
        while (at + 8 <= end)
        {
            if (bytes[(int)at] is < (byte)'A' or > (byte)'Z')
                return false;
            at += 8 + BinaryPrimitives.ReadUInt32BigEndian(bytes[((int)at + 4)..]);
        }

        return at == end;
    }
}
