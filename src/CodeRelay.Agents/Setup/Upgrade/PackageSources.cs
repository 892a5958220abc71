using System.Xml;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup.Upgrade;

/// <summary>NuGet's package sources by its configuration files: those from a directory upwards, then the user's.</summary>
internal static class PackageSources
{
    private const string Gallery = "https://api.nuget.org/v3/index.json";

    // NuGet's spellings for case-sensitive file systems.
    private static readonly string[] FileNames = ["nuget.config", "NuGet.config", "NuGet.Config"];

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>URLs and full paths of folders, the nearest file's first; nuget.org without a configuration.</summary>
    /// <param name="directory">Full path of the directory to start in.</param>
    /// <param name="environment">The user's machine.</param>
    public static IReadOnlyList<string> Find(string directory, UserEnvironment environment)
    {
        var sources = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var disabled = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isCleared = false;
        var files = Files(directory, environment).ToList();
        foreach (var file in files)
        {
            // Nearer files win, and a clear in one hides the farther ones.
            foreach (var (key, value) in Read(file, file == UserFile(environment), disabled, ref isCleared))
                sources.TryAdd(key, value);
            if (isCleared)
                break;
        }

        if (files.Count == 0 || (sources.Count == 0 && !isCleared))
            return [Gallery];
        return [.. sources.Where(source => !disabled.Contains(source.Key)).Select(source => source.Value).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Files(string directory, UserEnvironment environment)
    {
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            if (FileNames.Select(name => Path.Combine(current, name)).FirstOrDefault(RegularFile.HasContent) is { } file)
                yield return file;
        }

        if (RegularFile.HasContent(UserFile(environment)))
            yield return UserFile(environment);
    }

    private static string UserFile(UserEnvironment environment) => OperatingSystem.IsWindows()
        ? Path.Combine(environment.Directory("APPDATA", Path.Combine("AppData", "Roaming")), "NuGet", "NuGet.Config")
        : Path.Combine(environment.Home, ".nuget", "NuGet", "NuGet.Config");

    // An unreadable file counts as empty; NuGet itself reports it.
    private static List<(string Key, string Value)> Read(string file, bool isOfUser, HashSet<string> disabled, ref bool isCleared)
    {
        var found = new List<(string, string)>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(File.ReadAllText(file)), Settings);
            var section = "";
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.Depth == 1)
                    section = reader.LocalName;
                else if (section == "packageSources" && reader.LocalName == "clear")
                    isCleared = true;
                else if (reader.LocalName == "add" && reader.GetAttribute("key") is { } key && reader.GetAttribute("value") is { Length: > 0 } value)
                {
                    if (section == "packageSources")
                        found.Add((key, Resolve(value, file, isOfUser)));
                    else if (section == "disabledPackageSources" && bool.TryParse(value, out var isDisabled) && isDisabled)
                        disabled.Add(key);
                }
            }
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return found;
        }

        return found;
    }

    // A repository's file must not send the user's variables anywhere.
    private static string Resolve(string value, string file, bool isOfUser)
    {
        var expanded = isOfUser ? Environment.ExpandEnvironmentVariables(value) : value;
        return expanded.Contains("://", StringComparison.Ordinal) ? expanded : Path.GetFullPath(expanded.Replace('\\', Path.DirectorySeparatorChar), Path.GetDirectoryName(file)!);
    }
}
