using System.Reflection;
using CodeRelay.Journeys.Graph;

namespace CodeRelay.Tests.Catalog;

/// <summary>Holds what the layout promises: dependencies point one way, files stay short.</summary>
public sealed class LayoutTests
{
    // What every room of the second assembly may use of the first.
    private static readonly string[] Analyzer =
        ["CodeRelay/Analysis", "CodeRelay/Documents", "CodeRelay/Evidence", "CodeRelay/Files", "CodeRelay/Formats", "CodeRelay/Git", "CodeRelay/Packets", "CodeRelay/Rules", "CodeRelay/Text"];

    // What every room of the command may use of the libraries.
    private static readonly string[] Everything =
    [
        .. Analyzer, "CodeRelay.Agents/AgentOps", "CodeRelay.Agents/Editing", "CodeRelay.Agents/Handoffs", "CodeRelay.Agents/Hooks", "CodeRelay.Agents/Reports", "CodeRelay.Agents/Runtimes",
        "CodeRelay.Agents/Setup", "CodeRelay.Agents/Takeover",
    ];

    // Project/Folder, and what its files may use beside their own folder and the files beside a project's own project file.
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["CodeRelay/"] = [],
        ["CodeRelay/Text"] = [],
        ["CodeRelay/Files"] = [],
        ["CodeRelay/Git"] = ["CodeRelay/Files", "CodeRelay/Text"],
        ["CodeRelay/Documents"] = ["CodeRelay/Files", "CodeRelay/Text", "CodeRelay/Git"],
        ["CodeRelay/Packets"] = ["CodeRelay/Documents", "CodeRelay/Files", "CodeRelay/Git", "CodeRelay/Text"],
        ["CodeRelay/Evidence"] = ["CodeRelay/Documents", "CodeRelay/Files", "CodeRelay/Git", "CodeRelay/Packets", "CodeRelay/Text"],
        ["CodeRelay/Analysis"] = ["CodeRelay/Documents", "CodeRelay/Evidence", "CodeRelay/Files", "CodeRelay/Git", "CodeRelay/Packets", "CodeRelay/Text"],
        ["CodeRelay/Rules"] = ["CodeRelay/Analysis", "CodeRelay/Documents", "CodeRelay/Evidence", "CodeRelay/Files", "CodeRelay/Git", "CodeRelay/Packets", "CodeRelay/Text"],
        ["CodeRelay/Formats"] = ["CodeRelay/Analysis", "CodeRelay/Documents", "CodeRelay/Files", "CodeRelay/Git", "CodeRelay/Packets", "CodeRelay/Rules", "CodeRelay/Text"],
        ["CodeRelay.Agents/Editing"] = Analyzer,
        ["CodeRelay.Agents/Handoffs"] = Analyzer,
        ["CodeRelay.Agents/AgentOps"] = [.. Analyzer, "CodeRelay.Agents/Handoffs"],
        ["CodeRelay.Agents/Runtimes"] = [.. Analyzer, "CodeRelay.Agents/Editing", "CodeRelay.Agents/Handoffs"],
        ["CodeRelay.Agents/Hooks"] = [.. Analyzer, "CodeRelay.Agents/Handoffs", "CodeRelay.Agents/Runtimes", "CodeRelay.Agents/Setup"],
        ["CodeRelay.Agents/Setup"] = [.. Analyzer, "CodeRelay.Agents/Editing", "CodeRelay.Agents/Handoffs", "CodeRelay.Agents/Runtimes"],
        ["CodeRelay.Agents/Takeover"] = [.. Analyzer, "CodeRelay.Agents/Handoffs", "CodeRelay.Agents/Runtimes", "CodeRelay.Agents/Setup"],
        ["CodeRelay.Agents/Reports"] = [.. Analyzer, "CodeRelay.Agents/AgentOps", "CodeRelay.Agents/Editing", "CodeRelay.Agents/Handoffs", "CodeRelay.Agents/Hooks", "CodeRelay.Agents/Runtimes", "CodeRelay.Agents/Setup", "CodeRelay.Agents/Takeover"],
        ["CodeRelay.Cli/"] = [.. Everything, "CodeRelay.Cli/Commands"],
        ["CodeRelay.Cli/Output"] = Everything,
        ["CodeRelay.Cli/CommandLine"] = [.. Everything, "CodeRelay.Cli/Output"],
        ["CodeRelay.Cli/Rpc"] = [.. Everything, "CodeRelay.Cli/CommandLine", "CodeRelay.Cli/Output"],
        ["CodeRelay.Cli/Commands"] = [.. Everything, "CodeRelay.Cli/CommandLine", "CodeRelay.Cli/Output", "CodeRelay.Cli/Rpc"],
    };

    private static readonly string Root = FindRoot();

    private static readonly Lazy<FolderGraph> Folders = new(() => Compile(MayUse.Keys.Select(folder => folder.Split('/')[0]).Distinct(StringComparer.Ordinal)));

    [Fact]
    public void Dependencies_point_one_way()
    {
        var wrong = from use in Folders.Value.All
                    where !use.To.EndsWith('/') && MayUse.TryGetValue(use.From, out var allowed) && !allowed.Contains(use.To)
                    select $"{use.From} may not use {use.To}: {string.Join(", ", use.Files.Select(pair => $"{pair.From} uses {pair.To}"))}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Folders_do_not_reach_each_other_in_a_circle() => Assert.Empty(Folders.Value.Cycles());

    [Fact]
    public void Every_folder_with_sources_has_its_place_in_the_order() => Assert.Equal(MayUse.Keys.Order(StringComparer.Ordinal), Folders.Value.Folders);

    // Without using lines: a name that is fully qualified, a member behind var, an extension method.
    [Theory]
    [InlineData("class Low { object O => new App.High.Top(); }")]
    [InlineData("class Low { int N(App.Middle.Step step) { var top = step.Next; return top.Count; } }")]
    [InlineData("class Low { string S => 1.Shown(); }")]
    public void A_use_is_found_whatever_it_is_written_like(string low)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("src/App/High/High.cs", "namespace App.High { public class Top { public int Count; } } namespace App { static class Shows { public static string Shown(this int n) => \"\"; } }");
        directory.Write("src/App/Middle/Middle.cs", "namespace App.Middle; public class Step { public App.High.Top Next = new(); }");
        directory.Write("src/App/Low/Low.cs", "namespace App.Low; " + low);

        var graph = Compile(["App"], directory.Path);

        Assert.NotEmpty(graph.Uses("App/Low", "App/High"));
        Assert.Empty(graph.Uses("App/High", "App/Low"));
    }

    [Fact]
    public void The_engine_writes_to_no_console_and_ends_no_process()
    {
        foreach (var file in Sources("src/CodeRelay").Concat(Sources("src/CodeRelay.Agents")))
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
        var open = new[] { typeof(CodeRelay.Analysis.Rule), typeof(CodeRelay.Agents.Runtimes.AgentRuntime) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("CodeRelay", StringComparison.Ordinal) == true && type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal));

        Assert.Empty(open);
    }

    private static FolderGraph Compile(IEnumerable<string> projects, string? root = null)
    {
        var compilation = SourceCompilation.Of(root ?? Root, [.. projects]);
        return new FolderGraph(FileGraph.Of(SourceCompilation.Files(compilation), SourceReferences.Of(compilation)));
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
}
