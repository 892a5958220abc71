using System.Text;

namespace CodeRelay.Templates.Tests;

/// <summary>One file that a template wrote.</summary>
/// <param name="Path">Relative, with '/'.</param>
/// <param name="IsExecutable">True where its owner, group and others may execute it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record TemplateFile(string Path, bool IsExecutable, byte[] Content)
{
    /// <summary>The path with a mark for a script, as the golden lists have it.</summary>
    public string Name => IsExecutable ? $"{Path} *" : Path;

    public string Text => Encoding.UTF8.GetString(Content);

    /// <summary>The files below a directory in ordinal order, without git's own.</summary>
    public static IReadOnlyList<TemplateFile> ReadAll(string root) =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => new TemplateFile(System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), IsScript(file), File.ReadAllBytes(file)))
            .Where(file => !file.Path.StartsWith(".git/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];

    // Windows has no such right, so there the name has to do.
    private static bool IsScript(string path) => OperatingSystem.IsWindows()
        ? path.EndsWith(".sh", StringComparison.Ordinal)
        : File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
}
