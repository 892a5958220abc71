namespace CodeRelay.Formats;

/// <summary>Every output format of `check`. A new format is one file and one line here.</summary>
public static class FormatCatalog
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new TextFormat(),
        new JsonFormat(),
        new SarifFormat(),
        new GitHubFormat(),
        new AzureFormat(),
        new GitLabFormat(),
        new MSBuildFormat(),
    ];

    /// <summary>The format with that name, or null.</summary>
    public static Format? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
