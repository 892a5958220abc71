namespace CodeRelay.Agents.Handoffs;

/// <summary>The state of a handoff.</summary>
internal enum HandoffState
{
    Unread,

    /// <summary>A reader has leased it and not archived it yet.</summary>
    Leased,

    Read,
}

/// <summary>A handoff in an inbox.</summary>
/// <param name="Place">The inbox place it lies in.</param>
/// <param name="Id">Its file name without the lease prefix.</param>
/// <param name="Path">Full path.</param>
/// <param name="State">Unread, leased or read.</param>
internal sealed record HandoffFile(InboxPlace Place, string Id, string Path, HandoffState State)
{
    /// <summary>The largest size that is read, in bytes; the rest of a longer file is ignored.</summary>
    internal const int LongestFile = 4 * 1024 * 1024;

    private readonly Lazy<HandoffText> _text = new(() => ReadText(Path));

    /// <summary>
    /// Orders by the time at the start of the name. Within one second the suffix of the second name is random, so the file times decide.
    /// </summary>
    internal static int InOrderOfTime(HandoffFile one, HandoffFile other)
    {
        var byTime = string.CompareOrdinal(one.Id, 0, other.Id, 0, HandoffFileName.TimeLength);
        if (byTime != 0 || one.Id == other.Id)
            return byTime;
        var byFile = File.GetLastWriteTimeUtc(one.Path).CompareTo(File.GetLastWriteTimeUtc(other.Path));
        return byFile != 0 ? byFile : string.CompareOrdinal(one.Id, other.Id);
    }

    /// <summary>The age of the lease; null without one.</summary>
    public TimeSpan? LeasedFor { get; init; }

    /// <summary>The content.</summary>
    /// <exception cref="IOException">The file is gone or unreadable.</exception>
    public HandoffText Text => _text.Value;

    /// <summary>True when <see cref="Text"/> is only the beginning of the file.</summary>
    /// <exception cref="IOException">The file is gone.</exception>
    public bool IsCut => new FileInfo(Path).Length > LongestFile;

    /// <summary>The content, or null when another reader moved the file or access is denied.</summary>
    public HandoffText? TryReadText()
    {
        try
        {
            return Text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static HandoffText ReadText(string path)
    {
        var file = new FileInfo(path);
        if (!PlainFile.Is(file))
            throw new FileNotFoundException($"'{path}' is gone", path);
        if (file.Length == 0)
            return new HandoffText([]);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var content = new byte[Math.Min(file.Length, LongestFile)];
        return new HandoffText(content.AsSpan(0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)));
    }
}
