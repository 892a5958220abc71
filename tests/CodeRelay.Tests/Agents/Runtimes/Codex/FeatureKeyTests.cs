using CodeRelay.Agents.Runtimes.Codex;
using CodeRelay.Agents.Setup;

namespace CodeRelay.Tests.Agents.Runtimes.Codex;

public sealed class FeatureKeyTests
{
    [Theory]
    [InlineData("[features]\ncodex_hooks = true\n", "[features]\nhooks = true\n")]
    [InlineData("model = \"x\" # c\r\n\r\n[ features ]\r\n  codex_hooks=true # on\r\nweb = 1\r\n", "model = \"x\" # c\r\n\r\n[ features ]\r\n  hooks=true # on\r\nweb = 1\r\n")]
    [InlineData("[features]\nhooks = true\ncodex_hooks = true\nweb = 1\n", "[features]\nhooks = true\nweb = 1\n")]
    [InlineData("[features]\ncodex_hooks = true", "[features]\nhooks = true")]
    [InlineData("features.codex_hooks = true\n", "features.hooks = true\n")]
    [InlineData("features = { web = 1, codex_hooks = true }\n", "features = { web = 1, hooks = true }\n")]
    [InlineData("[other]\ncodex_hooks = true\n", "[other]\ncodex_hooks = true\n")]
    [InlineData("[features]\n# codex_hooks = true\nhooks = true\n", "[features]\n# codex_hooks = true\nhooks = true\n")]
    [InlineData("[features]\na = 1\n[other]\ncodex_hooks = true\n", "[features]\na = 1\n[other]\ncodex_hooks = true\n")]
    [InlineData("features = { hooks = true, codex_hooks = true }\n", "features = { hooks = true }\n")]
    [InlineData("features = { codex_hooks = true, hooks = true }\n", "features = { hooks = true }\n")]
    [InlineData("[features]\n\"codex_hooks\" = true\n", "[features]\n\"hooks\" = true\n")]
    [InlineData("a = \"\"\"\n[features]\ncodex_hooks = true\n\"\"\"\n", "a = \"\"\"\n[features]\ncodex_hooks = true\n\"\"\"\n")]
    [InlineData("", "")]
    public void The_old_key_gets_its_new_name_and_nothing_else_changes(string before, string after) =>
        Assert.Equal(after, FeatureKey.Rename(before));

    [Theory]
    [InlineData("[features]\nhooks = false\n", true)]
    [InlineData("[features]\ncodex_hooks = false\n", true)]
    [InlineData("features.hooks = false\n", true)]
    [InlineData("features = { web = 1, hooks = false }\n", true)]
    [InlineData("broken =\n[features]\nhooks = false\n", true)]
    [InlineData("[features]\nhooks = true\n", false)]
    [InlineData("[other]\nhooks = false\n", false)]
    public void Hooks_that_are_switched_off_are_noticed(string toml, bool expected) =>
        Assert.Equal(expected, FeatureKey.OffSwitch(toml) is not null);

    [Fact]
    public void Installing_renames_the_key_and_uninstalling_gives_the_file_back()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".codex/config.toml", "model = \"gpt\"\n\n[features]\ncodex_hooks = true # needed\n");
        var tree = RuntimeWorkshop.Tree(workshop.Repository.Path);

        var installation = workshop.Install(RuntimeWorkshop.Codex);

        Assert.Contains(new FileChange(".codex/config.toml", FileChangeKind.Merged), installation.Changes);
        Assert.Equal("model = \"gpt\"\n\n[features]\nhooks = true # needed\n", workshop.Repository.Read(".codex/config.toml"));

        workshop.Uninstall(RuntimeWorkshop.Codex);
        Assert.Equal(tree, RuntimeWorkshop.Tree(workshop.Repository.Path));
    }

    [Fact]
    public void A_switch_that_is_off_is_told_and_not_turned()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".codex/config.toml", "[features]\nhooks = false\n");

        var installation = workshop.Install(RuntimeWorkshop.Codex);

        Assert.Contains(installation.Open, step => step.Contains("switched off", StringComparison.Ordinal));
        Assert.Equal("[features]\nhooks = false\n", workshop.Repository.Read(".codex/config.toml"));
    }
}
