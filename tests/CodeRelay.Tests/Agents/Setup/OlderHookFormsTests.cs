using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Tests.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Setup;

/// <summary>What earlier installers left behind is replaced by one entry of today's form, and taken out on uninstall.</summary>
public sealed class OlderHookFormsTests
{
    private const string Foreign = """{"type":"command","command":"motd"}""";

    // The ancestor's rule stands in the settings as one line of shell; here in our own words, with the parts by which it is known.
    private const string InlineRule = "f=$(find . -maxdepth 3 -name HANDOFF.md | head -1); t=$(stat -f %m \\\"$f\\\" || stat -c %Y \\\"$f\\\"); [ $((n - t)) -gt 300 ] && exit 2; exit 0";

    public static TheoryData<string, string> OldHandlers => new()
    {
        { "Stop", """{"type":"command","command":"coderelay hook stop --runtime claude-code"}""" },
        { "Stop", """{"type":"command","command":"/home/me/old clone/bin/coderelay hook stop --runtime claude-code"}""" },
        { "Stop", """{"type":"command","command":"\"C:\\tools\\coderelay.exe\" hook stop --runtime claude-code"}""" },
        { "Stop", """{"type":"command","command":"coderelay","args":["hook","stop","--runtime","claude-code"]}""" },
        { "Stop", """{"type":"command","command":"dotnet tool run coderelay hook stop --runtime claude-code","timeout":5}""" },
        { "Stop", """{"type":"command","command":"sh \"/elsewhere/.claude/hooks/coderelay-stop.sh\""}""" },
        { "Stop", """{"type":"command","command":"powershell -File .claude\\hooks\\coderelay-hook.ps1 stop"}""" },
        { "Stop", "{\"type\":\"command\",\"asyncRewake\":true,\"rewakeMessage\":\"m\",\"command\":\"" + InlineRule + "\"}" },
        { "Stop", "{\"type\":\"command\",\"statusMessage\":\"s\",\"timeout\":30,\"command\":\"" + InlineRule + "\"}" },
        { "Stop", """{"type":"command","command":"/bin/sh \"$(git rev-parse --show-toplevel)/.codex/hooks/stop_handoff_check.sh\""}""" },
        { "SessionStart", """{"type":"command","command":"coderelay hook session-start --runtime claude-code"}""" },
        { "PreCompact", """{"type":"command","command":"coderelay hook pre-compact --runtime claude-code"}""" },
    };

    public static TheoryData<string> ForeignHandlers => new()
    {
        """{"type":"command","command":"coderelay-notes sync"}""",
        """{"type":"command","command":"echo coderelay hooked"}""",
        """{"type":"command","command":"my-hook --remind 'update HANDOFF.md'"}""",
        """{"type":"command","command":"find . -maxdepth 3 -name '*.md'"}""",
    };

    [Theory]
    [MemberData(nameof(OldHandlers))]
    public void An_old_entry_in_a_group_is_replaced(string name, string handler) =>
        Replaces($$$"""{"hooks":{"{{{name}}}":[{"hooks":[{{{handler}}}]},{"hooks":[{{{Foreign}}}]}]}}""", foreignEvent: name);

    [Theory]
    [MemberData(nameof(OldHandlers))]
    public void An_old_entry_without_a_group_is_replaced(string name, string handler) =>
        Replaces($$$"""{"hooks":{"{{{name}}}":[{{{handler}}},{"hooks":[{{{Foreign}}}]}]}}""", foreignEvent: name);

    [Theory]
    [MemberData(nameof(OldHandlers))]
    public void An_old_entry_that_shares_its_group_leaves_the_others_in_it(string name, string handler) =>
        Replaces($$$"""{"hooks":{"{{{name}}}":[{"matcher":"startup","hooks":[{{{Foreign}}},{{{handler}}}]}]}}""", foreignEvent: name);

    [Theory]
    [MemberData(nameof(OldHandlers))]
    public void Uninstalling_without_having_installed_takes_old_entries_out(string name, string handler)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", $$$"""{"model":"opus","hooks":{"{{{name}}}":[{{{handler}}}]}}""");

        workshop.Uninstall(RuntimeWorkshop.Claude);

        Assert.Equal("""{"model":"opus"}""", workshop.Repository.Read(".claude/settings.json"));
    }

    [Theory]
    [MemberData(nameof(ForeignHandlers))]
    public void What_only_looks_like_ours_is_left_alone(string handler)
    {
        using var workshop = new RuntimeWorkshop();
        var before = $$$"""{"hooks":{"Stop":[{"hooks":[{{{handler}}}]}]}}""";
        workshop.Repository.Write(".claude/settings.json", before);

        workshop.Uninstall(RuntimeWorkshop.Claude);

        Assert.Equal(before, workshop.Repository.Read(".claude/settings.json"));
    }

    [Fact]
    public void A_foreign_entry_without_a_group_gets_one_and_loses_it_again()
    {
        using var workshop = new RuntimeWorkshop();
        var before = $$$"""{"hooks":{"SessionStart":[{{{Foreign}}}]}}""";
        workshop.Repository.Write(".claude/settings.json", before);

        workshop.Install(RuntimeWorkshop.Claude);

        var groups = Hooks(workshop)["SessionStart"]!.AsArray();
        Assert.Equal(2, groups.Count);
        Assert.All(groups, group => Assert.NotNull(group!["hooks"]));
        Assert.Equal("motd", (string?)groups[0]!["hooks"]![0]!["command"]);

        workshop.Uninstall(RuntimeWorkshop.Claude);
        Assert.Equal(before, workshop.Repository.Read(".claude/settings.json"));
    }

    [Fact]
    public void An_event_of_ours_at_the_root_of_the_codex_file_goes()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".codex/hooks.json", """{"SessionStart":[{"type":"command","command":"coderelay hook session-start --runtime codex"}],"description":"d"}""");

        workshop.Install(RuntimeWorkshop.Codex);

        var root = JsonNode.Parse(workshop.Repository.Read(".codex/hooks.json"))!.AsObject();
        Assert.Equal(["description", "hooks"], root.Select(member => member.Key).Order());
    }

    [Fact]
    public void A_foreign_key_at_the_root_of_the_codex_file_is_told_and_kept()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".codex/hooks.json", """{"$schema":"x"}""");

        var installation = workshop.Install(RuntimeWorkshop.Codex);

        Assert.Contains(installation.Open, step => step.Contains("'$schema'", StringComparison.Ordinal));
        Assert.Contains("$schema", workshop.Repository.Read(".codex/hooks.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_timeout_for_our_hook_stays()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Install(RuntimeWorkshop.Claude);
        var path = Path.Combine(workshop.Repository.Path, ".claude", "settings.json");
        var edited = File.ReadAllText(path).Replace("\"timeout\": 30", "\"timeout\": 5", StringComparison.Ordinal);
        File.WriteAllText(path, edited);

        workshop.Install(RuntimeWorkshop.Claude);

        Assert.Equal(edited, File.ReadAllText(path));
    }

    [Fact]
    public void A_line_that_the_user_made_run_in_the_background_stays()
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", """{"hooks":{"Stop":[{"hooks":[{"type":"command","asyncRewake":true,"command":"coderelay hook stop --runtime claude-code --rewake"}]}]}}""");

        workshop.Install(RuntimeWorkshop.Claude);

        var stop = Assert.Single(Hooks(workshop)["Stop"]!.AsArray());
        Assert.EndsWith("--rewake", (string?)stop!["hooks"]![0]!["command"], StringComparison.Ordinal);
        Assert.NotNull(Hooks(workshop)["SessionStart"]);
    }

    private static void Replaces(string before, string foreignEvent)
    {
        using var workshop = new RuntimeWorkshop();
        workshop.Repository.Write(".claude/settings.json", before);

        workshop.Install(RuntimeWorkshop.Claude);

        var template = JsonNode.Parse(RuntimeWorkshop.Claude.Hooks!.Settings(new SettingsScope(SettingsLevel.Project, "/r", workshop.Environment))!.Template)!["hooks"]!.AsObject();
        var handlers = Hooks(workshop)
            .SelectMany(member => member.Value!.AsArray().SelectMany(group => group!["hooks"]!.AsArray()).Select(handler => (Event: member.Key, Command: (string)handler!["command"]!)))
            .ToList();
        var ours = template.Select(member => (member.Key, (string)member.Value![0]!["hooks"]![0]!["command"]!));
        Assert.Equal(ours.Append((foreignEvent, "motd")).Order(), handlers.Order());

        workshop.Uninstall(RuntimeWorkshop.Claude);
        Assert.Equal([(foreignEvent, "motd")], Hooks(workshop).SelectMany(member => member.Value!.AsArray().SelectMany(group => group!["hooks"]!.AsArray()).Select(handler => (member.Key, (string)handler!["command"]!))));
    }

    private static JsonObject Hooks(RuntimeWorkshop workshop) =>
        JsonNode.Parse(workshop.Repository.Read(".claude/settings.json"), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!["hooks"]!.AsObject();
}
