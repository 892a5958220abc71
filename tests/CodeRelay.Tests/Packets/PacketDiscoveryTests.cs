using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Tests.Packets;

public sealed class PacketDiscoveryTests
{
    [Fact]
    public void Every_known_place_with_a_handoff_is_a_packet_in_a_fixed_order() =>
        Assert.Equal(["HANDOFF.md", "docs/HANDOFF.md", ".agents/HANDOFF.md"], Find(".agents/HANDOFF.md", "docs/HANDOFF.md", "HANDOFF.md", "tools/HANDOFF.md"));

    [Fact]
    public void Elsewhere_it_is_looked_for_only_when_no_known_place_has_one() =>
        Assert.Equal([".claude/handoff.md", "app/notes/HANDOFF.md"], Find("app/notes/HANDOFF.md", ".claude/handoff.md"));

    [Fact]
    public void The_fourth_level_is_too_deep() => Assert.Empty(Find("a/b/c/HANDOFF.md"));

    [Theory]
    [InlineData("templates/HANDOFF.md")]
    [InlineData(".agent/templates/handoff.md")]
    [InlineData("docs2/Archive/HANDOFF.md")]
    [InlineData("tests/fixtures/HANDOFF.md")]
    [InlineData("node_modules/pkg/HANDOFF.md")]
    public void A_form_a_record_and_a_package_are_no_packet(string path) => Assert.Empty(Find(path));

    [Fact]
    public void A_configured_directory_is_a_packet_whatever_its_name() =>
        Assert.Equal(["templates/HANDOFF.md"], Find(["templates/HANDOFF.md", "HANDOFF.md"], "packet: templates\n"));

    private static IReadOnlyList<string> Find(params string[] files) => Find(files, configuration: null);

    private static IReadOnlyList<string> Find(string[] files, string? configuration)
    {
        using var repository = new TemporaryRepository();
        foreach (var file in files)
            repository.Write(file, "# Handoff\n");
        if (configuration is not null)
            repository.Write("coderelay.yml", configuration);
        var found = Repository.Discover(repository.Path);
        return PacketDiscovery.FindHandoffs(found, Configuration.Load(found));
    }
}
