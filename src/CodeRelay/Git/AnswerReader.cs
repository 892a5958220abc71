using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace CodeRelay.Git;

/// <summary>Reads what a process writes, into memory that nobody cleared before.</summary>
internal static class AnswerReader
{
    // Only the pages that are filled are ever touched; a longer buffer would be a large object.
    private const int InitialLength = 80 * 1024;

    /// <summary>The bytes behind a redirected stream of a process. A pipe's own stream reads by way of a socket, whose many parts have to be loaded first.</summary>
    public static Stream Open(StreamReader redirected) => redirected.BaseStream is PipeStream pipe
        ? new FileStream(new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 0)
        : redirected.BaseStream;

    /// <summary>All bytes of a stream; a few more than the limit where it has more.</summary>
    /// <param name="from">What to read.</param>
    /// <param name="limit">In bytes.</param>
    public static ReadOnlyMemory<byte> ReadToEnd(Stream from, long limit)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(InitialLength);
        var length = 0;
        while (length <= limit)
        {
            if (length == buffer.Length)
            {
                var longer = GC.AllocateUninitializedArray<byte>(checked(length * 2));
                buffer.CopyTo(longer, 0);
                buffer = longer;
            }

            var count = from.Read(buffer, length, buffer.Length - length);
            if (count == 0)
                break;
            length += count;
        }

        return buffer.AsMemory(0, length);
    }
}
