using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Rules.Completeness;

public sealed class NamedPacketTests
{
    private const string Packet = "# Handoff\n\n## Goal\n\nMake `src/Parser.cs` accept CRLF.\n\n## In progress\n\nThe reader keeps its state, the writer does not yet.\n\n## Next\n\n1. Add the failing case to `tests/ParserTests.cs`\n\n## Files\n\n- `src/Parser.cs`\n\n## Blockers\n\nNone.\n";

    [Fact]
    public void A_packet_that_is_named_and_has_no_known_profile_is_told_as_info_what_only_a_contract_asks()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", Packet);

        var findings = Named(repo);

        Assert.Equal(["RLY4005", "RLY4006", "RLY4009", "RLY4010", "RLY4011"], findings.Select(finding => finding.Rule.Id));
        Assert.All(findings, finding => Assert.Equal(Severity.Info, finding.Severity));
    }

    [Fact]
    public void The_profile_of_the_configuration_is_what_counts()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", Packet);
        repo.Write("coderelay.yml", "profile: relay\n");

        Assert.Empty(Named(repo));
    }

    [Fact]
    public void A_packet_that_nobody_named_is_asked_the_five_questions_only()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", Packet);

        Assert.Empty(repo.Findings("RLY4"));
    }

    private static IReadOnlyList<Finding> Named(TemporaryRepository repo)
    {
        var repository = Repository.Discover(repo.Path);
        var document = PacketDiscovery.ReadDocument(repository, "HANDOFF.md")!;
        return RuleCatalog.Check(AnalysisInput.Of(repository, Configuration.Load(repository), [document]) with { OnlyRules = ["RLY4"] }).Findings;
    }
}
