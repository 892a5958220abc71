using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace CodeRelay.Git;

/// <summary>Reads the output of a process into uninitialized memory.</summary>
internal static class AnswerReader
{
    // Only filled pages are ever touched; a longer buffer would go to the large object heap.
    private const int InitialLength = 80 * 1024;

    /// <summary>The byte stream of a redirected stream. A pipe's own stream reads through the socket classes, which take time to load.</summary>
    public static Stream Open(StreamReader redirected) => redirected.BaseStream is PipeStream pipe
        ? new FileStream(new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 0)
        : redirected.BaseStream;

    /// <summary>All bytes of a stream; slightly more than the limit when the stream is longer.</summary>
    /// <param name="from">The stream.</param>
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
