using CodeRelay.Git;

namespace CodeRelay.Evidence.Manifests;

/// <summary>The entries of a repository's manifests, by the words used for them in prose.</summary>
internal sealed class ManifestIndex
{
    /// <summary>The most words of a name in prose: "Entity Framework Core".</summary>
    public const int LongestName = 4;

    private const int ShortestSegment = 4;

    // Segments of package names that identify nothing on their own.
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "abstractions", "analyzers", "app", "build", "client", "common", "configuration", "core", "design", "extensions", "framework", "hosting", "http", "json", "logging", "main", "microsoft", "name", "options",
        "package", "runtime", "runner", "sdk", "server", "shared", "system", "templates", "test", "tests", "text", "tool", "tools", "type", "types", "utils", "visualstudio", "web", "files", "scripts", "start", "private",
    };

    private readonly Dictionary<string, List<ManifestEntry>> _byName = new(StringComparer.Ordinal);

    public ManifestIndex(Repository repository)
    {
        foreach (var path in ManifestFiles.Select(repository.Files))
        {
            if (repository.ReadText(path) is not { } text)
                continue;
            foreach (var entry in ManifestReader.Read(path, text))
                Add(entry);
        }
    }

    /// <summary>True when there is no manifest, or none with entries.</summary>
    public bool IsEmpty => _byName.Count == 0;

    /// <summary>The entries of a name; empty when no manifest contains it.</summary>
    /// <param name="words">The words of the name.</param>
    public IReadOnlyList<ManifestEntry> Find(params ReadOnlySpan<string> words) =>
        _byName.TryGetValue(Compact(string.Concat(words)), out var entries) ? entries : [];

    private void Add(ManifestEntry entry)
    {
        Add(Compact(entry.Name), entry);
        var name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
        Add(Compact(name), entry);
        var segments = name.Split('.');
        for (var from = 0; from < segments.Length && segments.Length > 1; from++)
        {
            // A package A.B.C is called "B", "C" or "B C" in prose, rarely "A".
            Add(Compact(segments[from]), entry);
            if (from > 0)
                Add(Compact(string.Concat(segments.Skip(from))), entry);
        }

        if (entry.Name is "TargetFramework" or "TargetFrameworks")
        {
            foreach (var framework in entry.Value.Split(';'))
                Add(Compact(framework), entry);
            foreach (var framework in entry.Value.Split(';').Where(framework => framework.StartsWith("net", StringComparison.OrdinalIgnoreCase) && framework.Length > 3 && char.IsAsciiDigit(framework[3])))
                Add("net", entry with { Value = framework[3..] });
        }
    }

    private void Add(string name, ManifestEntry entry)
    {
        if (name.Length == 0 || Generic.Contains(name) || name.Length < ShortestSegment && name != Compact(entry.Name) && name is not "net")
            return;
        if (!_byName.TryGetValue(name, out var entries))
            _byName[name] = entries = [];
        if (!entries.Contains(entry))
            entries.Add(entry);
    }

    // "Next.js", "next"; "EF Core", "EFCore"; "net10.0", ".NET 10.0".
    private static string Compact(string name)
    {
        var compact = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return name.EndsWith(".js", StringComparison.OrdinalIgnoreCase) && compact.Length > 4 ? compact[..^2] : compact;
    }
}
