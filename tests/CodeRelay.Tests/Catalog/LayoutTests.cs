using System.Reflection;
using System.Text.RegularExpressions;

namespace CodeRelay.Tests.Catalog;

/// <summary>Holds what the layout promises: dependencies point one way, files stay short.</summary>
public sealed partial class LayoutTests
{
    // A folder may use those before it in its list, nothing else of the engine.
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Workspace"] = [],
        ["Packets"] = ["Workspace"],
        ["Evidence"] = ["Packets", "Workspace"],
        ["Lanes"] = ["Evidence", "Packets", "Workspace"],
        ["Analysis"] = ["Evidence", "Lanes", "Packets", "Workspace"],
        ["Rules"] = ["Analysis", "Evidence", "Lanes", "Packets", "Workspace"],
        ["Curing"] = ["Analysis", "Packets", "Workspace"],
        ["Formats"] = ["Analysis", "Packets", "Rules", "Workspace"],
        ["Relay"] = ["Analysis", "Evidence", "Formats", "Lanes", "Packets", "Rules", "Workspace"],
        ["Runtimes"] = ["Analysis", "Formats", "Lanes", "Packets", "Relay", "Rules", "Workspace"],
        ["Takeover"] = ["Analysis", "Evidence", "Formats", "Lanes", "Packets", "Relay", "Rules", "Runtimes", "Scaffolding", "Workspace"],
        ["Doctor"] = ["Analysis", "Formats", "Packets", "Relay", "Rules", "Runtimes", "Workspace"],
        ["Upgrade"] = ["Workspace"],
        ["Scaffolding"] = ["Analysis", "Packets", "Runtimes", "Workspace"],
        ["Reports"] = ["Analysis", "Curing", "Formats", "Lanes", "Packets", "Relay", "Rules", "Runtimes", "Scaffolding", "Takeover", "Upgrade", "Workspace"],
    };

    private static readonly string Root = FindRoot();

    [Fact]
    public void Dependencies_of_the_engine_point_one_way()
    {
        foreach (var (folder, allowed) in MayUse.Where(entry => Directory.Exists(Path.Combine(Root, "src", "CodeRelay", entry.Key))))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "src", "CodeRelay", folder), "*.cs", SearchOption.AllDirectories))
            {
                foreach (var used in Using().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value).Where(used => used != folder))
                    Assert.True(allowed.Contains(used), $"{Path.GetRelativePath(Root, file)} uses {used}; {folder} may use {string.Join(", ", allowed)}");
            }
        }
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_place_in_the_order() =>
        Assert.All(Directory.EnumerateDirectories(Path.Combine(Root, "src", "CodeRelay")).Select(Path.GetFileName), name => Assert.Contains(name!, MayUse.Keys));

    [Fact]
    public void The_engine_writes_to_no_console_and_ends_no_process()
    {
        foreach (var file in Sources("src/CodeRelay"))
            Assert.DoesNotMatch(@"\bConsole\.|Environment\.Exit", File.ReadAllText(file));
    }

    [Fact]
    public void Hand_written_files_stay_short()
    {
        var lengths = Sources("src").Concat(Sources("tests")).Select(file => (File: file, Lines: File.ReadLines(file).Count())).OrderBy(entry => entry.Lines).ToArray();

        Assert.All(lengths, entry => Assert.True(entry.Lines <= 600, $"{entry.File} has {entry.Lines} lines"));
        var source = lengths.Where(entry => entry.File.Contains($"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(entry => entry.Lines).ToArray();
        Assert.True(source[source.Length / 2] <= 60, $"the median is {source[source.Length / 2]} lines");
        Assert.True(source[source.Length * 9 / 10] <= 250, $"the 90th percentile is {source[source.Length * 9 / 10]} lines");
    }

    [Fact]
    public void Types_of_the_engine_are_sealed_unless_they_are_made_to_be_derived_from()
    {
        var open = typeof(CodeRelay.Analysis.Rule).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("CodeRelay", StringComparison.Ordinal) == true && type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal));

        Assert.Empty(open);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Handoff.Templates.sln")))
            directory = Path.GetDirectoryName(directory)!;
        return directory;
    }

    [GeneratedRegex(@"^using CodeRelay\.(?<folder>\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
