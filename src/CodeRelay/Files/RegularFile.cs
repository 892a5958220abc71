namespace CodeRelay.Files;

/// <summary>Reads files in places where there may be a pipe, which has length 0 and would block when opened.</summary>
internal static class RegularFile
{
    /// <summary>The bytes; empty for a pipe or device, null when the file does not exist.</summary>
    public static byte[]? ReadBytes(string path) =>
        new FileInfo(path) is not { Exists: true } file ? null : HasContent(file) ? File.ReadAllBytes(path) : [];

    /// <summary>True for an existing file that is not empty.</summary>
    public static bool HasContent(string path) => HasContent(new FileInfo(path));

    // A link's own length is not its target's.
    private static bool HasContent(FileInfo file) =>
        file.Exists && (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) is { Exists: true, Length: > 0 };
}
