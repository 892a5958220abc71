namespace CodeRelay.Git;

/// <summary>Detects partial clones.</summary>
internal static class RemoteScope
{
    /// <summary>
    /// True for a shallow clone and for one that fetches single branches, where a missing commit or branch may exist on the remote.
    /// </summary>
    public static bool IsPartial(Repository repository)
    {
        if (repository.IsShallow)
            return true;
        if (repository.CommonDirectory is null || new FileInfo(Path.Combine(repository.CommonDirectory, "config")) is not { Exists: true, Length: > 0 and < 1024 * 1024 } config)
            return false;
        var fetches = File.ReadLines(config.FullName).Select(line => line.Trim()).Where(line => line.StartsWith("fetch", StringComparison.Ordinal) && line.Contains("refs/heads/", StringComparison.Ordinal)).ToArray();
        return fetches.Length > 0 && !fetches.Any(line => line.Contains('*', StringComparison.Ordinal));
    }
}
