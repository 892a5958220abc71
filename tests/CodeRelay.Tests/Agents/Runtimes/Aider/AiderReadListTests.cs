using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup;

namespace CodeRelay.Tests.Agents.Runtimes.Aider;

public sealed class AiderReadListTests
{
    private const string Mark = " # coderelay hooks";

    [Theory]
    [InlineData("", $"read:\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\n")]
    [InlineData("model: opus", $"model: opus\nread:\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\n")]
    [InlineData("model: opus\r\n", $"model: opus\r\nread:\r\n  - HANDOFF.md{Mark}\r\n  - AGENTS.md{Mark}\r\n")]
    [InlineData("# only this\n", $"# only this\nread:\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\n")]
    [InlineData("read: a.md # mine\nmodel: opus\n", $"read:\n  - a.md # mine\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\nmodel: opus\n")]
    [InlineData("read: 'a: b.md'", $"read:\n  - 'a: b.md'\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\n")]
    [InlineData("read:\n- a.md\n\n# next\nmodel: opus\n", $"read:\n- a.md\n- HANDOFF.md{Mark}\n- AGENTS.md{Mark}\n\n# next\nmodel: opus\n")]
    [InlineData("read:\n    - a.md", $"read:\n    - a.md\n    - HANDOFF.md{Mark}\n    - AGENTS.md{Mark}\n")]
    [InlineData("read:\nmodel: opus\n", $"read:\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\nmodel: opus\n")]
    [InlineData("read: ~ # none\n", $"read:  # none\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\n")]
    [InlineData("read: []\n", $"read: [\n  HANDOFF.md,{Mark}\n  AGENTS.md,{Mark}\n  ]\n")]
    [InlineData("read: [a.md, b.md] # two\n", $"read: [a.md, b.md,\n  HANDOFF.md,{Mark}\n  AGENTS.md,{Mark}\n  ] # two\n")]
    [InlineData("read: [a.md,]\n", $"read: [a.md,\n  HANDOFF.md,{Mark}\n  AGENTS.md,{Mark}\n  ]\n")]
    [InlineData("read: [\n  a.md, # x, y\n  b.md # ] z,\n]\n", $"read: [\n  a.md, # x, y\n  b.md # ] z,\n,\n  HANDOFF.md,{Mark}\n  AGENTS.md,{Mark}\n  ]\n")]
    [InlineData("read: [HANDOFF.md]\n", $"read: [HANDOFF.md,\n  AGENTS.md,{Mark}\n  ]\n")]
    [InlineData("read: HANDOFF.md\n", $"read:\n  - HANDOFF.md\n  - AGENTS.md{Mark}\n")]
    [InlineData("read: [AGENTS.md, HANDOFF.md]\n", "read: [AGENTS.md, HANDOFF.md]\n")]
    [InlineData($"read:\n  - old/HANDOFF.md{Mark}\n  - a.md\n", $"read:\n  - a.md\n  - HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\n")]
    public void The_packet_gets_a_line_of_its_own_and_everything_else_stays(string before, string after)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".aider.conf.yml", before);

        workshop.Install(Aider);

        Assert.Equal(after, workshop.Repository.Read(".aider.conf.yml"));
    }

    [Theory]
    [InlineData("read: {a: b}\n", 1, 7)]
    [InlineData("read:\n  - [a]\n", 2, 5)]
    [InlineData("- a\n", 1, 1)]
    [InlineData("{read: [a]}\n---\nb: c\n", 3, 1)]
    [InlineData("{model: opus}\n", 1, 1)]
    [InlineData("read: |\n  a.md\n", 1, 7)]
    [InlineData("read: [a\n", 2, 1)]
    [InlineData("a: 'b\n", 1, 4)]
    [InlineData("\uFEFFa: 1\n\tb: 2\n", 1, 4)]
    public void What_leaves_no_place_for_it_is_refused_with_its_place(string text, int line, int column)
    {
        using var workshop = new RuntimeWorkshop();
        var path = workshop.Repository.Write(".aider.conf.yml", text);
        var bytes = File.ReadAllBytes(path);

        var error = Assert.Throws<SettingsException>(() => workshop.Install(Aider));

        Assert.Equal((path, line, column), (error.File, error.Line, error.Column));
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void The_packets_of_the_repository_are_listed_where_they_are()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("docs/HANDOFF.md", "# Handoff\n");
        workshop.Repository.Write("coderelay.yml", "packet: [docs, a b]\n");
        workshop.Repository.Write("a b/HANDOFF.md", "# Handoff\n");

        workshop.Install(Aider);

        Assert.Equal($"read:\n  - docs/HANDOFF.md{Mark}\n  - 'a b/HANDOFF.md'{Mark}\n  - AGENTS.md{Mark}\n", workshop.Repository.Read(".aider.conf.yml"));
    }

    [Fact]
    public void A_packet_that_moved_makes_the_entry_an_older_one()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write("HANDOFF.md", "# Handoff\n");
        workshop.Install(Aider);
        File.Delete(Path.Combine(workshop.Repository.Path, "HANDOFF.md"));
        workshop.Repository.Write("docs/HANDOFF.md", "# Handoff\n");

        Assert.Contains(HookStatus.Read(Aider, CodeRelay.Git.Repository.Discover(workshop.Repository.Path), workshop.Environment).Open, step => step.Contains("older version", StringComparison.Ordinal));
        workshop.Install(Aider);

        Assert.Equal($"read:\n  - docs/HANDOFF.md{Mark}\n  - AGENTS.md{Mark}\n", workshop.Repository.Read(".aider.conf.yml"));
    }

    private static AgentRuntime Aider => RuntimeCatalog.All.Single(runtime => runtime.Id == "aider");
}
