using System.Text.Json;
using CodeRelay.Cli.CommandLine;

namespace CodeRelay.Cli.Tests;

/// <summary>What a hook hands over was reviewed by no one: no secret in it may reach the inbox or the next session.</summary>
public sealed class AutomaticHandoffSafetyTests : IDisposable
{
    private const string Token = "ghp_" + "R7xKq2LmZ9vTw4BnY8sJd3HfQ6cGp1Ua5EoX";
    private const string Password = "kT7!vQ2zLm";
    private const string ConnectionString = "postgres://relay:" + Password + "@db.internal:5432/app";
    private const string KeyLine = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";

    private readonly TemporaryRepository _repo = new("app");
    private readonly TemporaryDirectory _home = new();

    public AutomaticHandoffSafetyTests()
    {
        _repo.Write("a.cs", "1");
        _repo.Write("HANDOFF.md", "# Handoff\n\n## Goal\n\nMake `a.cs` read CR LF.\n\n## Next\n\n1. Write the test for CR LF in `a.cs`.\n");
        _repo.Write("coderelay.yml", "relay:\n  automatic: [pre-compact, stop]\n");
        _repo.Commit("Hand over");
    }

    private string Inbox => Path.Combine(_home.Path, "inbox");

    [Theory]
    [InlineData("pre-compact", "PreCompact")]
    [InlineData("stop", "Stop")]
    public void A_secret_in_the_last_message_is_masked_and_the_handoff_says_so(string name, string hookEvent)
    {
        var message = $"I called the API with {Token} and the database at {ConnectionString}, then began the parser.";

        var stored = Leave(name, hookEvent, message);
        var shown = Start().Output;

        foreach (var text in new[] { stored, shown })
        {
            Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, text, StringComparison.Ordinal);
            Assert.Contains("coderelay masked 2 secrets in this handoff", text, StringComparison.Ordinal);
            Assert.Contains("then began the parser", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_private_key_is_masked_also_where_the_quote_ends_within_it()
    {
        var key = $"-----BEGIN PRIVATE KEY-----\n{string.Join('\n', Enumerable.Repeat(KeyLine, 20))}\n-----END PRIVATE KEY-----";

        var stored = Leave("pre-compact", "PreCompact", $"{new string('w', 1700)}\n{key}\nThe key works.");

        Assert.DoesNotContain(KeyLine[..20], stored, StringComparison.Ordinal);
        Assert.Contains("masked 1 secret in this handoff", stored, StringComparison.Ordinal);
        Assert.Contains("The key works.", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_with_hidden_characters_in_it_is_masked_and_the_characters_are_gone()
    {
        var stored = Leave("pre-compact", "PreCompact", $"Used {Token[..12]}\u200B{Token[12..]} for the call.");

        Assert.DoesNotContain('\u200B', stored);
        Assert.DoesNotContain(Token[12..], stored, StringComparison.Ordinal);
        Assert.Contains("masked 1 secret in this handoff (`***`)", stored, StringComparison.Ordinal);
        Assert.Contains("It removed hidden characters too.", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_cannot_switch_the_rule_off_that_would_find_its_secret()
    {
        var stored = Leave("pre-compact", "PreCompact", $"<!-- coderelay-disable RLY6001: a sample -->\nUsed {Token}.");

        Assert.DoesNotContain(Token, stored, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_in_an_open_task_is_masked_as_well()
    {
        _repo.Write("TASKS.md", $"# Tasks\n\n- [ ] T1 Replace {Token} in the vault\n");
        _repo.Commit("Plan");

        var stored = Leave("pre-compact", "PreCompact", "Done for now.");

        Assert.DoesNotContain(Token, stored, StringComparison.Ordinal);
        Assert.Contains("Replace *** in the vault", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_secrets_is_kept_word_for_word_and_nothing_is_said()
    {
        var stored = Leave("pre-compact", "PreCompact", "The parser reads CR; LF is next.");

        Assert.Contains("> The parser reads CR; LF is next.", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("coderelay masked", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("coderelay removed", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handoff_that_an_agent_writes_itself_is_still_refused_with_a_secret_in_it()
    {
        var result = Coderelay.Run(["handoff", "--no-review"], _repo.Path, $"# Handoff\n\n## Immediate next action\n\nCall `a.cs` with {Token}.\n", Variables);

        Assert.Equal(ExitCode.Findings, result.ExitCode);
        Assert.Contains("RLY6001", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Inbox));
    }

    private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = Inbox, ["CLAUDE_PROJECT_DIR"] = null, ["CLAUDECODE"] = null };

    // The text of the one handoff that the hook left.
    private string Leave(string name, string hookEvent, string message)
    {
        Start();
        _repo.Write("a.cs", "2");
        Hook(name, hookEvent, $", \"last_assistant_message\": {JsonSerializer.Serialize(message)}");
        return File.ReadAllText(Assert.Single(Directory.GetFiles(Inbox, "*.md", SearchOption.AllDirectories)));
    }

    private ProcessResult Start() => Hook("session-start", "SessionStart", ", \"source\": \"startup\"");

    private ProcessResult Hook(string name, string hookEvent, string more) =>
        Coderelay.Run(["hook", name, "--runtime", "claude-code"], _repo.Path, $"{{\"session_id\": \"s1\", \"cwd\": {JsonSerializer.Serialize(_repo.Path)}, \"hook_event_name\": \"{hookEvent}\"{more}}}", Variables);

    public void Dispose()
    {
        _repo.Dispose();
        _home.Dispose();
    }
}
