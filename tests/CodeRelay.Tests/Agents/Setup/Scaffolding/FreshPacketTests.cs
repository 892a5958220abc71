using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup.Scaffolding;
using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Agents.Setup.Scaffolding;

/// <summary>What we write is held to what we say: a fresh packet has its placeholders and no other fault.</summary>
public sealed class FreshPacketTests
{
    public static TheoryData<Profile, string, bool, bool> Rows => new()
    {
        { Profile.Relay, "", true, false },
        { Profile.Relay, "", true, true },
        { Profile.Relay, "docs/handoff", false, true },
        { Profile.Contract, "", false, false },
        { Profile.Contract, "src", true, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fresh_packet_has_placeholders_and_no_other_fault(Profile profile, string packetDirectory, bool isCommitted, bool forAllRuntimes)
    {
        using var directory = new TemporaryRepository();
        directory.Write("app.csproj", "<Project />");
        directory.Commit("begin");
        var repository = Repository.Discover(directory.Path);
        ScaffoldWriter.Apply(repository, ScaffoldPlanner.Plan(repository, new Configuration(), new ScaffoldOptions { Version = "1.0.0", Profile = profile, PacketDirectory = packetDirectory, Gate = GateWorkflow.GitHub, Runtimes = forAllRuntimes ? RuntimeCatalog.All : RuntimeCatalog.Default }));
        if (isCommitted)
            directory.Commit("set up the packet");

        var result = Check(directory);

        Assert.All(result.Findings, finding => Assert.True(finding.Rule.Id == "RLY4012", $"{finding.Rule.Id} {finding.File}({finding.Range.Line}): {finding.Message}"));
        Assert.Equal(["HANDOFF.md", "PROJECT_CONTEXT.md", "TASKS.md"], result.Findings.Select(finding => Path.GetFileName(finding.File)).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(profile, Assert.Single(result.Input.Packets).Profile);
    }

    [Fact]
    public void Every_section_with_a_placeholder_is_reported()
    {
        using var directory = new TemporaryRepository();
        var repository = Repository.Discover(directory.Path);
        ScaffoldWriter.Apply(repository, ScaffoldPlanner.Plan(repository, new Configuration(), new ScaffoldOptions { Version = "1.0.0", Profile = Profile.Contract }));

        var result = Check(directory);

        var sections = result.Input.Documents.SelectMany(document => document.Sections.Select(section => (document.Path, section)))
            .Where(entry => entry.section.Blocks.Any(block => block.Source.Contains("<fill:", StringComparison.Ordinal))).ToArray();
        Assert.True(sections.Length > 10);
        Assert.All(sections, entry => Assert.Contains(result.Findings, finding => finding.File == entry.Path && entry.section.Line < finding.Range.Line && finding.Range.Line <= entry.section.LastLine));
    }

    private static AnalysisResult Check(TemporaryDirectory directory)
    {
        var repository = Repository.Discover(directory.Path);
        return RuleCatalog.Check(AnalysisInput.Of(repository, Configuration.Load(repository)));
    }
}
