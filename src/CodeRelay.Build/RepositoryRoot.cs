namespace CodeRelay.Build;

/// <summary>Finds the directory of a project's packet without starting a process.</summary>
internal static class RepositoryRoot
{
    // The command's packet places, below a root.
    private static readonly string[] PacketMarks =
        ["coderelay.yml", "HANDOFF.md", "src/HANDOFF.md", "docs/HANDOFF.md", ".agents/HANDOFF.md", ".coderelay/HANDOFF.md"];

    /// <returns>The working tree's top level; outside git the nearest directory with a packet; null without either.</returns>
    public static string? Find(string directory) =>
        Above(directory, candidate => Directory.Exists(Path.Combine(candidate, ".git")) || File.Exists(Path.Combine(candidate, ".git")))
        ?? Above(directory, candidate => PacketMarks.Any(mark => File.Exists(Path.Combine(candidate, mark))));

    private static string? Above(string directory, Func<string, bool> condition)
    {
        for (var current = directory.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar); !string.IsNullOrEmpty(current); current = Path.GetDirectoryName(current))
        {
            if (condition(current))
                return current;
        }

        return null;
    }
}
