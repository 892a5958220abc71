using System.Text.RegularExpressions;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Evidence.Manifests;

/// <summary>
/// Reads names and versions from a manifest line by line. Evidence needs the line and its words, and every manifest format has one fact
/// per line; the full meaning of a line belongs to the tool that owns the format.
/// </summary>
internal static partial class ManifestReader
{
    private const int LongestLine = 400;
    private const int MaximumLines = 2000;

    public static IEnumerable<ManifestEntry> Read(string path, SourceText text)
    {
        for (var line = 1; line <= Math.Min(text.LineCount, MaximumLines); line++)
        {
            var content = text.Line(line);
            if (content.Length is 0 or > LongestLine)
                continue;
            foreach (var (name, value) in Facts(path, content.ToString()))
                yield return new(path, line, name, value);
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(string path, string line)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.ToUpperInvariant() switch
        {
            ".NVMRC" or ".NODE-VERSION" => [("node", line.Trim())],
            ".PYTHON-VERSION" => [("python", line.Trim())],
            "GO.MOD" => Pairs(GoLine(), line),
            "DOCKERFILE" => Pairs(ImageLine(), line),
            "REQUIREMENTS.TXT" or "REQUIREMENTS-DEV.TXT" => Pairs(Requirement(), line),
            "PYPROJECT.TOML" => Versions(Setting(), line).Concat(Pairs(QuotedRequirement(), line)),
            var other when other.EndsWith(".JSON", StringComparison.Ordinal) => Versions(JsonPair(), line),
            var other when other.EndsWith("PROJ", StringComparison.Ordinal) || other.EndsWith(".PROPS", StringComparison.Ordinal) || other.EndsWith(".TARGETS", StringComparison.Ordinal) || other == "POM.XML" =>
                Pairs(XmlReference(), line).Concat(Versions(XmlElement(), line)),
            var other when other.EndsWith(".YML", StringComparison.Ordinal) || other.EndsWith(".YAML", StringComparison.Ordinal) =>
                Pairs(ImageLine(), line).Concat(Versions(Setting(), line).Select(pair => (pair.Name.EndsWith("-version", StringComparison.Ordinal) ? pair.Name[..^"-version".Length] : pair.Name, pair.Value))),
            _ => Versions(Setting(), line),
        };
    }

    // A manifest has many settings; those with a version name what is used.
    private static IEnumerable<(string Name, string Value)> Versions(Regex pattern, string line) => Pairs(pattern, line).Where(pair => Version().IsMatch(pair.Value));

    private static IEnumerable<(string Name, string Value)> Pairs(Regex pattern, string line)
    {
        foreach (Match match in pattern.Matches(line))
            yield return (match.Groups["name"].Value, match.Groups["value"].Value);
    }

    [GeneratedRegex(@"\A(?:[\^~<>=v ]*\d[\w.*+-]*|net(?:standard|coreapp)?\d.*|latest|workspace:.*)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"""(?<name>[^""\\]{1,100})""\s*:\s*""(?<value>[^""\\]{0,200})""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonPair();

    [GeneratedRegex(@"\b(?:Include|Update|Sdk)=""(?<name>[^""$;*]{1,100}?)(?:/[\d.]+)?""(?:[^>]*?\bVersion(?:Override)?=""(?<value>[^""]{1,60})"")?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex XmlReference();

    [GeneratedRegex(@"<(?<name>[A-Za-z][\w.]{1,60})(?:\s[^>]*)?>(?<value>[^<$]{1,100})</", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex XmlElement();

    [GeneratedRegex(@"^\s*(?:require\s+)?(?<name>(?:go|toolchain|[\w.-]+(?:\.[a-z]{2,})/[\w./-]+))\s+v?(?<value>\S{1,40})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoLine();

    [GeneratedRegex(@"(?:^\s*FROM(?:\s+--\S+)?|^\s*image:)\s+['""]?(?:[\w.-]+/)*(?<name>[\w.-]+)(?::(?<value>[\w.-]{1,60}))?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageLine();

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z][\w.-]{0,80})(?:\[[^\]]*\])?\s*(?:[=~<>!]=?\s*(?<value>[\d][\w.*]{0,40}))?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Requirement();

    [GeneratedRegex(@"['""](?<name>[A-Za-z][\w.-]{0,80})(?:\[[^\]]*\])?\s*(?:[=~<>!]=?\s*(?<value>[\d][\w.*]{0,40}))?[^'""]{0,40}['""]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedRequirement();

    [GeneratedRegex(@"^[\s-]*['""]?(?<name>[A-Za-z][\w.-]{0,80})['""]?\s*[:=]\s*[{\s]*(?:version\s*=\s*)?['""]?(?<value>[^'""\s,{}]{1,80})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}

/// <summary>One fact of a manifest: a package, a framework, a tool, a script.</summary>
/// <param name="Path">Path of the manifest, relative to the root.</param>
/// <param name="Line">1-based.</param>
/// <param name="Name">As written, without a scope.</param>
/// <param name="Value">The version or setting, or "".</param>
internal sealed record ManifestEntry(string Path, int Line, string Name, string Value);

/// <summary>The tracked files that declare the stack of a repository. Lock files do not count, since they are not read for it.</summary>
internal static class ManifestFiles
{
    private const int MaximumFiles = 40;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "package.json", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "Cargo.toml", "go.mod", "global.json", "Gemfile", "composer.json", "pom.xml", "build.gradle", "build.gradle.kts",
        "pubspec.yaml", "mix.exs", "Package.swift", "Dockerfile", "docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml", ".nvmrc", ".node-version", ".python-version", ".tool-versions",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".slnx"];

    /// <summary>The manifests, those nearest the root first; bounded.</summary>
    public static IReadOnlyList<string> Select(FileIndex files) =>
        [.. files.Paths.Where(Is).OrderBy(path => path.Count(c => c == '/')).ThenBy(path => path, StringComparer.Ordinal).Take(MaximumFiles)];

    private static bool Is(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        foreach (var extension in Extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return !path.Contains("node_modules/", StringComparison.Ordinal);
        }

        return Names.Contains(name) ? !path.Contains("node_modules/", StringComparison.Ordinal) : path.StartsWith(".github/workflows/", StringComparison.Ordinal);
    }
}
