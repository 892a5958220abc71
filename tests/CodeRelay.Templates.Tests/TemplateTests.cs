using System.Text.Json;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace CodeRelay.Templates.Tests;

/// <summary>Every template with every option, from the packed package.</summary>
public sealed class TemplateTests(TemplateHive hive)
{
    private const string GoldenLists = "tests/CodeRelay.Templates.Tests/Golden";

    public static TheoryData<TemplateCase> Rows => [.. Matrix.Rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_template_writes_the_files_of_its_golden_list(TemplateCase row)
    {
        var files = hive.Create(row);

        Golden.Verify($"{GoldenLists}/{row.Name}.txt", string.Concat(files.Select(file => file.Name + "\n")));
        Assert.All(files, AssertParses);
        Assert.All(files, AssertHasNoToken);
    }

    [Fact]
    public void Every_golden_list_has_its_row() => Golden.HasOnly(GoldenLists, Matrix.Rows.Select(row => row.Name + ".txt"));

    [Fact]
    public void Files_name_the_version_of_the_package()
    {
        var files = hive.Create(Matrix.Rows.Single(row => row.Name == "coderelay-both-nested"));

        Assert.Contains($"Version=\"{hive.Version}\"", files.Single(file => file.Path == "Directory.Build.targets").Text, StringComparison.Ordinal);
        Assert.Contains($"--version {hive.Version} ", files.Single(file => file.Path == ".github/workflows/coderelay.yml").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/outside")]
    public void A_packet_directory_never_leads_out_of_the_repository(string path)
    {
        using var directory = new TemporaryDirectory();

        var result = hive.New(directory.Path, "coderelay", "--packet-dir", path);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.True(directory.Exists("outside/HANDOFF.md"));
        Assert.Contains("outside/HANDOFF.md", directory.Read("AGENTS.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_exists_is_refused_and_nothing_is_written()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("AGENTS.md", "ours\n");

        var result = hive.New(directory.Path, "coderelay");

        Assert.Equal(73, result.ExitCode);
        Assert.Contains("AGENTS.md", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Equal(["AGENTS.md"], TemplateFile.ReadAll(directory.Path).Select(file => file.Path));
        Assert.Equal("ours\n", directory.Read("AGENTS.md"));
    }

    [Fact]
    public void A_repository_with_Directory_Build_targets_goes_on_without_the_build_check()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("Directory.Build.targets", "<Project />\n");

        var refused = hive.New(directory.Path, "coderelay");
        var accepted = hive.New(directory.Path, "coderelay", "--build-check", "false");

        Assert.Equal(73, refused.ExitCode);
        Assert.Contains("Directory.Build.targets", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, accepted.ExitCode);
        Assert.Equal("<Project />\n", directory.Read("Directory.Build.targets"));
    }

    [Fact]
    public void The_help_names_every_option_and_the_way_for_repositories_that_have_files()
    {
        using var directory = new TemporaryDirectory();

        var help = hive.New(directory.Path, "coderelay", "--help").Output;

        Assert.All(["--agents", "--packet-dir", "--profile", "--gate", "--build-check", "coderelay init"], expected => Assert.Contains(expected, help, StringComparison.Ordinal));
    }

    private static void AssertParses(TemplateFile file)
    {
        switch (Path.GetExtension(file.Path))
        {
            case ".json":
                using (var json = JsonDocument.Parse(file.Content))
                    Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
                break;
            case ".targets":
                Assert.Equal("Project", XDocument.Parse(file.Text).Root!.Name.LocalName);
                break;
            case ".yml":
                var yaml = new YamlStream();
                yaml.Load(new StringReader(file.Text));
                Assert.IsType<YamlMappingNode>(yaml.Documents.Single().RootNode);
                break;
        }
    }

    private static void AssertHasNoToken(TemplateFile file) =>
        Assert.All(["PACKET_", "CODERELAY_VERSION", "GATE_FAIL_ON", "0.0.0-source"], token => Assert.DoesNotContain(token, file.Text, StringComparison.Ordinal));
}
