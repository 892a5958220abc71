namespace CodeRelay.Build;

/// <summary>Finds the directory whose packet a project belongs to, without starting a process.</summary>
internal static class RepositoryRoot
{
    // Where the command looks for a packet, below a root.
    private static readonly string[] PacketMarks =
        ["coderelay.yml", "HANDOFF.md", "src/HANDOFF.md", "docs/HANDOFF.md", ".agents/HANDOFF.md", ".coderelay/HANDOFF.md"];

    /// <returns>The working tree's top level; outside git the nearest directory with a packet; null where there is neither.</returns>
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
