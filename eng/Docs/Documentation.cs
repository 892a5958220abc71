namespace CodeRelay.Docs;

/// <summary>The files of docs that are generated from the code.</summary>
internal static class Documentation
{
    /// <summary>The command that updates stale files.</summary>
    public const string Command = "dotnet run build.cs -- docs";

    private const string RulesFolder = "docs/rules";

    /// <summary>Writes stale files and removes the pages of removed rules.</summary>
    /// <param name="root">The checkout.</param>
    /// <returns>The changed files, relative to the root.</returns>
    public static IReadOnlyList<string> Update(string root)
    {
        var files = Generate();
        var stale = Stale(root);
        foreach (var path in stale)
        {
            var full = Path.Combine(root, path);
            if (files.TryGetValue(path, out var content))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, content);
            }
            else
            {
                File.Delete(full);
            }
        }

        return stale;
    }

    /// <summary>The missing, different and orphaned files; relative to the root.</summary>
    public static IReadOnlyList<string> Stale(string root)
    {
        var files = Generate();
        var changed = files.Where(file => Read(Path.Combine(root, file.Key)) != file.Value).Select(file => file.Key);
        var rules = Path.Combine(root, RulesFolder);
        var orphans = Directory.Exists(rules)
            ? Directory.EnumerateFiles(rules).Select(file => $"{RulesFolder}/{Path.GetFileName(file)}").Where(path => !files.ContainsKey(path))
            : [];
        return [.. changed.Concat(orphans).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, string> Generate()
    {
        var files = RulePages.All().ToDictionary(page => $"{RulesFolder}/{page.FileName}", page => page.Content);
        files["docs/cli.md"] = CommandPage.Write();
        files["docs/coderelay.schema.json"] = ConfigurationSchema.Write();
        foreach (var (path, content) in OutputSchemas.All())
            files[path] = content;
        return files;
    }

    private static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
}
