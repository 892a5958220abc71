using CodeRelay.Agents.Takeover;
using CodeRelay.Documents;
using CodeRelay.Packets.Lanes;

namespace CodeRelay.Tests.Agents.Takeover;

public sealed class TakeoverPromptTests
{
    private static readonly string Good = TakeoverRepository.Fixture("good-goal");

    [Fact]
    public void The_prompt_says_what_the_packet_says_and_not_what_git_tells()
    {
        using var repo = TakeoverRepository.With(Good);

        var prompt = Compose(repo);

        Assert.StartsWith("You continue the work of another agent.", prompt.Text, StringComparison.Ordinal);
        Assert.Contains("You are in the execute lane: make the change that the contract asks for.", prompt.Text, StringComparison.Ordinal);
        Assert.Contains("## Done when\n\n- [ ] `dotnet test` passes with the samples of `tests/samples.txt`\n- [ ] line numbers", prompt.Text, StringComparison.Ordinal);
        Assert.Contains("Tests: 2 of 40 fail", prompt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Branch", prompt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Working tree", prompt.Text, StringComparison.Ordinal);
        Assert.Empty(prompt.LeftOut);
        Assert.Equal(TokenEstimate.Count(prompt.Text), prompt.Tokens);
    }

    [Fact]
    public void What_a_commit_says_and_what_is_done_is_left_out()
    {
        var handoff = Good.Replace("## Next steps\n\n", "## Done\n\n- the writer keeps breaks\n\n## Next steps\n\n- [x] Draw the table of breaks\n", StringComparison.Ordinal).Replace("- Tests: 2", "- Split the reading of lines from the decoding of bytes\n- Tests: 2", StringComparison.Ordinal);
        using var repo = TakeoverRepository.With("# Handoff\n");
        repo.Write("src/Parser.cs", "class Parser { }\n");
        repo.Commit("Split the reading of lines from the decoding of bytes");
        repo.Write("HANDOFF.md", handoff);
        repo.Commit("Update the packet");

        var text = Compose(repo).Text;

        Assert.DoesNotContain("Split the reading", text, StringComparison.Ordinal);
        Assert.DoesNotContain("writer keeps", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Draw the table", text, StringComparison.Ordinal);
        Assert.Contains("Keep the last line", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claude-code", "Take over this repository.")]
    [InlineData("codex", "Continue the work of the last session.")]
    [InlineData("gemini", "You continue the work of another agent.")]
    [InlineData("opencode", "Pick up where the last session ended")]
    [InlineData("generic", "Read HANDOFF.md and TASKS.md.")]
    [InlineData("aider", "You continue the work of another agent. The state is in HANDOFF.md")]
    public void Each_agent_has_words_of_its_own(string to, string begin)
    {
        using var repo = TakeoverRepository.With(Good);
        foreach (var name in new[] { "AGENTS.md", "CLAUDE.md", "TASKS.md", "DECISIONS.md" })
            repo.Write(name, "# Here\n");
        repo.Commit("The rest of the packet");

        Assert.StartsWith(begin, Compose(repo, to).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_words_name_no_file_that_is_not_there()
    {
        using var repo = TakeoverRepository.With(Good);

        Assert.StartsWith("You continue the work of another agent. The state is in HANDOFF.md", Compose(repo, "codex").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DECISIONS.md", Compose(repo, "claude-code", Lane.Audit).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_auditor_is_told_no_next_step()
    {
        using var repo = TakeoverRepository.With(Good);

        Assert.DoesNotContain("Keep the last line", Compose(repo, "claude-code", Lane.Audit).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_repository_come_before_ours()
    {
        using var repo = TakeoverRepository.With(Good);
        repo.Write("TAKEOVER_PROMPTS.md", "# Prompts\r\n\r\n## codex\r\n\r\n```text\r\nSpeak Welsh.\r\nStop at noon.\r\n```\r\n\r\n## Review\r\n\r\nJudge hard.\r\n");
        repo.Commit("Prompts");

        Assert.StartsWith("Speak Welsh.\nStop at noon.\n\nYou are in the execute lane", Compose(repo, "codex").Text, StringComparison.Ordinal);
        Assert.StartsWith("Judge hard.\n\nYou are in the audit lane", Compose(repo, "claude-code", Lane.Audit).Text, StringComparison.Ordinal);
        Assert.StartsWith("You continue the work", Compose(repo, "claude-code").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_named_and_pointed_to()
    {
        using var repo = TakeoverRepository.With(Good.Replace("- none known", string.Join('\n', Enumerable.Range(1, 200).Select(i => $"- sample {i} fails for reasons that nobody understands yet")), StringComparison.Ordinal));

        var prompt = Compose(repo, budget: 500);

        Assert.InRange(prompt.Tokens, 250, 500);
        Assert.Contains("Blockers", prompt.LeftOut);
        Assert.Contains("## Goal", prompt.Text, StringComparison.Ordinal);
        Assert.EndsWith(". Read it in HANDOFF.md.\n", prompt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_block_of_code_does_not_crowd_out_what_follows_it()
    {
        var code = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"int field{i} = Compute({i});"));
        using var repo = TakeoverRepository.With(Good.Replace("1. Keep the last line", $"```csharp\n{code}\n```\n\n1. Keep the last line", StringComparison.Ordinal));

        var prompt = Compose(repo);

        Assert.DoesNotContain("field1", prompt.Text, StringComparison.Ordinal);
        Assert.Contains("1. Keep the last line", prompt.Text, StringComparison.Ordinal);
        Assert.Equal(["Next"], prompt.LeftOut);
    }

    [Fact]
    public void A_forced_prompt_begins_with_what_is_wrong_and_shows_no_secret()
    {
        const string Secret = "ghp_" + "Zt5Qm9Xw2Ls8Vb4Nc7Rk1Jd6Hf3Gp0YaUeTi";
        using var repo = TakeoverRepository.With(Good.Replace("- none known", $"- the token {Secret} is refused\n- \u202Etxt.exe hides", StringComparison.Ordinal));

        var text = Compose(repo).Text;

        Assert.Contains("the user overruled it. Settle this first:\n- ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_tables_and_fences_of_any_language_stay_readable()
    {
        using var repo = TakeoverRepository.With("# 引き継ぎ\r\n\r\n## 目標\r\n\r\n`src/Parser.cs` が CRLF を読む\r\n\r\n## 作業中\r\n\r\n- なし\r\n\r\n## 次のステップ\r\n\r\n1. `src/Parser.cs` を直す\r\n   - 最後の行\r\n\r\n```sh\r\ndotnet test\r\n```\r\n\r\n## 重要ファイル\r\n\r\n| ファイル | 内容 |\r\n|---|---|\r\n| `src/Parser.cs` | 全部 |\r\n\r\n## ブロッカー\r\n\r\nなし\r\n");

        var verdict = repo.Judge("codex");
        var text = TakeoverPrompt.Compose(verdict, Receiver.Find("codex")!, 1000).Text;

        Assert.Empty(verdict.Reasons());
        Assert.Contains("## Next\n\n1. `src/Parser.cs` を直す\n  - 最後の行\n```sh\ndotnet test\n```\n", text, StringComparison.Ordinal);
        Assert.Contains("- src/Parser.cs | 全部", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    private static TakeoverPrompt Compose(TemporaryRepository repo, string to = "claude-code", Lane? lane = null, int budget = 1000) =>
        TakeoverPrompt.Compose(repo.Judge(to, lane), Receiver.Find(to)!, budget);
}
