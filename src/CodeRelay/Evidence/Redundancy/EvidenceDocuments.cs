using System.Collections.Concurrent;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>The tracked documents that may contain what a packet repeats, bounded in number and size.</summary>
internal static class EvidenceDocuments
{
    private const int MaximumFiles = 4000;
    private const int MaximumBytesPerFile = 512 * 1024;
    private const long MaximumBytes = 32L * 1024 * 1024;

    private static readonly string[] Extensions = [".md", ".markdown", ".mdx", ".mdc", ".rst", ".adoc"];
    private static readonly string[] ForeignDirectories = ["node_modules/", "vendor/", "third_party/", "site-packages/"];

    /// <summary>The paths, those nearest the root first, where READMEs and instructions are.</summary>
    public static IReadOnlyList<string> Select(Repository repository, IReadOnlySet<string> excluded) =>
        [.. repository.Files.Paths.Where(path => IsDocument(path) && !excluded.Contains(path)).OrderBy(path => path.Count(c => c == '/')).Take(MaximumFiles)];

    /// <summary>Reads the documents on all processors.</summary>
    /// <returns>One writer per thread; the source of a passage is its index in <paramref name="paths"/>.</returns>
    public static IReadOnlyList<PassageWriter> Read(Repository repository, IReadOnlyList<string> paths, Vocabulary vocabulary)
    {
        var directories = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var left = MaximumBytes;
        var next = -1;
        var writers = Enumerable.Range(0, Math.Min(Environment.ProcessorCount, 1 + (paths.Count / 16))).Select(_ => new PassageWriter(vocabulary)).ToArray();
        var read = (PassageWriter writer) =>
        {
            var (buffer, text) = paths.Count == 0 ? ([], []) : (new byte[MaximumBytesPerFile], new char[MaximumBytesPerFile]);
            for (var i = Interlocked.Increment(ref next); i < paths.Count; i = Interlocked.Increment(ref next))
            {
                var count = Fill(repository, paths[i], directories, buffer);
                if (Interlocked.Add(ref left, -count) < 0)
                    return;
                writer.AddText(i, text.AsSpan(0, System.Text.Encoding.UTF8.GetChars(buffer.AsSpan(0, count), text)));
            }
        };
        if (writers.Length == 1)
            read(writers[0]);
        else
            Parallel.ForEach(writers, read);
        return writers;
    }

    private static bool IsDocument(string path) =>
        Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(ForeignDirectories, directory => path.Contains(directory, StringComparison.Ordinal))
        && !IsPacketOfAnotherTime(path);

    // A copy or older version of a packet is not independent evidence.
    private static bool IsPacketOfAnotherTime(string path) =>
        DocumentKinds.IsPacket(DocumentKinds.Of(path)) || path.Contains("handoff", StringComparison.OrdinalIgnoreCase) || path.Contains("handover", StringComparison.OrdinalIgnoreCase);

    private static int Fill(Repository repository, string path, ConcurrentDictionary<string, bool> directories, byte[] buffer)
    {
        var fullPath = repository.FullPath(path);
        var directory = Path.GetDirectoryName(fullPath)!;
        // A link could lead out of the repository; a pipe has length 0 and would block.
        if (!directories.GetOrAdd(directory, each => repository.RelativePath(RealPath.Of(each)) is not null))
            return 0;
        var file = new FileInfo(fullPath);
        if (!file.Exists || file.Attributes.HasFlag(FileAttributes.ReparsePoint) || file.Length == 0)
            return 0;
        try
        {
            using var handle = File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return RandomAccess.Read(handle, buffer, fileOffset: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
