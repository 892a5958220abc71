namespace CodeRelay.Agents.Runtimes;

/// <summary>Finds transcripts. Their format is no contract; their size and age are facts.</summary>
internal static class Transcripts
{
    /// <summary>The file with the latest write time, or null.</summary>
    public static FileInfo? Newest(string directory, string pattern)
    {
        try
        {
            return new DirectoryInfo(directory) is { Exists: true } found ? found.EnumerateFiles(pattern).MaxBy(file => file.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
