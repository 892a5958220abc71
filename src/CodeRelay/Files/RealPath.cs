namespace CodeRelay.Files;

/// <summary>Resolves all symbolic links of a path.</summary>
internal static class RealPath
{
    // The limit of Linux for one look-up (path_resolution(7)); it also ends loops.
    private const int MaximumLinks = 40;

    /// <summary>The real path; from a loop or a missing part on, the rest stays as written.</summary>
    public static string Of(string fullPath)
    {
        var links = 0;
        var parts = new Stack<string>(Split(fullPath).AsEnumerable().Reverse());
        var current = Path.GetPathRoot(fullPath) ?? "/";
        while (parts.TryPop(out var part))
        {
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, part);
            var target = links < MaximumLinks ? LinkTarget(next) : null;
            if (target is null)
            {
                current = next;
                continue;
            }

            links++;
            if (Path.IsPathRooted(target))
                current = Path.GetPathRoot(target)!;
            foreach (var piece in Split(target).AsEnumerable().Reverse())
                parts.Push(piece);
        }

        return current;
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string[] Split(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".").ToArray();
}
