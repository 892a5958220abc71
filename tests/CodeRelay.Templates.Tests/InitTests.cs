using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup.Scaffolding;
using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Templates.Tests;

/// <summary>`coderelay init` and `dotnet new coderelay` have one source; these tests hold them to one result.</summary>
public sealed class InitTests(TemplateHive hive)
{
    private const string Project = "app.csproj";

    public static TheoryData<TemplateCase> Rows => [.. Matrix.Rows.Where(row => row.Template == "coderelay")];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Init_writes_what_the_template_writes(TemplateCase row)
    {
        using var initialized = new TemporaryRepository();
        initialized.Write(Project, "<Project />\n");
        var repository = Repository.Discover(initialized.Path);

        ScaffoldWriter.Apply(repository, ScaffoldPlanner.Plan(repository, new Configuration(), Options(row)));

        var expected = hive.Create(row);
        var actual = TemplateFile.ReadAll(initialized.Path).Where(file => file.Path != Project).ToArray();
        Assert.Equal(expected.Select(file => file.Name), actual.Select(file => file.Name));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Content, pair.Second.Content));
    }

    private ScaffoldOptions Options(TemplateCase row)
    {
        var agents = Values(row, "--agents").Select(agent => RuntimeCatalog.TryFind(agent, out var runtime) ? runtime : throw new InvalidOperationException(agent)).ToArray();
        return new ScaffoldOptions
        {
            Runtimes = agents.Length > 0 ? agents : RuntimeCatalog.Default,
            PacketDirectory = Values(row, "--packet-dir").FirstOrDefault(),
            Profile = Values(row, "--profile").Contains("contract") ? Profile.Contract : Profile.Relay,
            Gate = Values(row, "--gate").FirstOrDefault() switch { "github" => GateWorkflow.GitHub, "azure" => GateWorkflow.Azure, _ => GateWorkflow.None },
            BuildCheck = !Values(row, "--build-check").Contains("false"),
            Version = hive.Version,
        };
    }

    private static IEnumerable<string> Values(TemplateCase row, string option) =>
        row.Options.Zip(row.Options.Skip(1)).Where(pair => pair.First == option).Select(pair => pair.Second);
}
