using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup.Skills;

/// <summary>The skill files of a set of runtimes.</summary>
internal static class SkillPlan
{
    /// <summary>Every file, once.</summary>
    public static IEnumerable<CompanionFile> Files(IReadOnlyList<AgentRuntime> runtimes, SettingsScope scope) =>
        runtimes.SelectMany(runtime => Files(runtime, scope)).DistinctBy(file => file.Path);

    /// <summary>The files of one runtime.</summary>
    public static IEnumerable<CompanionFile> Files(AgentRuntime runtime, SettingsScope scope)
    {
        if (runtime.Skills?.Directory(scope) is { } skills)
        {
            foreach (var skill in Skill.All)
                yield return new CompanionFile(Path.Combine(skills, skill.Name, Skill.FileName), skill.Text, IsExecutable: false);
        }

        if (runtime.Skills?.Commands?.Invoke(scope) is { } commands)
        {
            foreach (var skill in Skill.All)
                yield return new CompanionFile(Path.Combine(commands, skill.Name + ".toml"), skill.ToToml(), IsExecutable: false);
        }
    }

    /// <summary>Rejects a foreign file, non-empty directory or link under the name of a skill file.</summary>
    /// <exception cref="IOException">A foreign one exists; nothing was changed.</exception>
    public static void RefuseForeign(CompanionFile file)
    {
        var directory = Path.GetDirectoryName(file.Path)!;
        if (Path.GetFileName(file.Path) == Skill.FileName)
        {
            // Writing through a link would change its target, such as a clone or another skill.
            if (new DirectoryInfo(directory).LinkTarget is { } target)
                throw Refusal(directory, $"is a link to '{target}'");
            if (!File.Exists(file.Path) && Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
                throw Refusal(directory, "is a directory that coderelay did not write");
        }

        if (RegularFile.ReadBytes(file.Path) is { } content && !CompanionFile.IsOurs(content))
            throw Refusal(file.Path, "was not written by coderelay");
    }

    /// <summary>True when a file exists, is CodeRelay's and is not behind a link.</summary>
    public static bool IsInstalled(CompanionFile file)
    {
        try
        {
            return new DirectoryInfo(Path.GetDirectoryName(file.Path)!).LinkTarget is null && RegularFile.ReadBytes(file.Path) is { } content && CompanionFile.IsOurs(content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IOException Refusal(string path, string what) => new($"{path} {what} and is in the place of our file; move it away. Nothing was changed");
}
