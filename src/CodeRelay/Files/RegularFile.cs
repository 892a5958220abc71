namespace CodeRelay.Files;

/// <summary>Reads files that stand where somebody else may have put a pipe: it says length 0, and opening it would wait for ever.</summary>
internal static class RegularFile
{
    /// <summary>The bytes, none for a pipe or device, or null when there is no such file.</summary>
    public static byte[]? ReadBytes(string path) =>
        new FileInfo(path) is not { Exists: true } file ? null : HasContent(file) ? File.ReadAllBytes(path) : [];

    /// <summary>Tells whether there is a file with something in it.</summary>
    public static bool HasContent(string path) => HasContent(new FileInfo(path));

    // The length of a link is its own.
    private static bool HasContent(FileInfo file) =>
        file.Exists && (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) is { Exists: true, Length: > 0 };
}
