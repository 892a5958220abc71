namespace CodeRelay.Cli.Tests;

public sealed class FixDuplicateTests
{
    [Theory]
    [InlineData("## Blockers\n\n- The certificate expires on Friday.\n- Waiting for a key.\n- The certificate expires on Friday.\n", "## Blockers\n\n- The certificate expires on Friday.\n- Waiting for a key.\n")]
    [InlineData("## Risks\n\nThe certificate expires on Friday.\n\nThe certificate expires on Friday.\n\nEnd of it.\n", "## Risks\n\nThe certificate expires on Friday.\n\nEnd of it.\n")]
    [InlineData("## Next\n\n- [ ] Store the ETag per feed\n\n## Backlog\n\n* [ ] Store the ETag\n  per feed\n* [ ] Other\n", "## Next\n\n- [ ] Store the ETag per feed\n\n## Backlog\n\n* [ ] Other\n")]
    [InlineData("## Next\n\n- ETag を feed ごとに保存して検証する必要があるので設計を見直す\n- ETag を feed ごとに保存して検証する必要があるので設計を見直す\n", "## Next\n\n- ETag を feed ごとに保存して検証する必要があるので設計を見直す\n")]
    public void The_first_of_two_equal_lines_stays(string text, string expected)
    {
        using var repo = Repository(text);

        var result = Coderelay.Run("fix --rules RLY7010", repo.Path);

        Assert.Equal("# Handoff\n\n" + expected, repo.Read("HANDOFF.md"));
        Assert.Contains("safe: delete this line and keep line ", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("nothing to fix", Coderelay.Run("fix --allow-dirty --rules RLY7010", repo.Path).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## How to release\n\n1. Run all the tests again.\n2. Tag.\n3. Run all the tests again.\n")]
    [InlineData("## Tasks\n\n- [ ] Write the release notes now\n- [x] Write the release notes now\n")]
    [InlineData("## One\n\n- Write the release notes now\n\n## Two\n\n- Write the release notes now\n")]
    [InlineData("## Back\n\n### Next\n\n- Write the release notes now\n\n## Front\n\n### Next\n\n- Write the release notes now\n")]
    [InlineData("## Next\n\n- one\n  - Write the release notes now\n- two\n  - Write the release notes now\n")]
    [InlineData("## Next\n\n- Changed files of the packet:\n  - a\n- Changed files of the packet:\n  - b\n")]
    [InlineData("## Next\n\n- same\n- same\n")]
    [InlineData("## Next\n\n| a | b |\n|---|---|\n| one two three | four |\n| one two three | four |\n")]
    [InlineData("## Next\n\n- Write the Release notes now\n- Write the release notes now\n")]
    [InlineData("## Next\n\n- Open `Feed.cs` and read it\n- Open Feed.cs and read it\n")]
    [InlineData("## Work\n\nBackend:\n\n- Write the release notes now\n\nBlockers:\n\n- Write the release notes now\n")]
    public void What_repeats_for_a_reason_is_left_alone(string text)
    {
        using var repo = Repository(text);

        Assert.Equal("nothing to report", Coderelay.Run("check --rules RLY7010", repo.Path).Output[..17]);
    }

    [Fact]
    public void Marked_placeholders_beside_answers_go_and_questions_without_an_answer_stay()
    {
        const string Text = "## Next\n\n1. Store the ETag.\n2. {{step}}\n3. TBD\n\n<!-- fill: more -->\n\n| File | Why |\n|---|---|\n| `Feed.cs` | reads |\n| {{file}} | {{why}} |\n\n## Goal\n\n{{goal}}\n\n## State\n\nBranch: main\nTicket: {{ticket}}\n";
        using var repo = Repository(Text);

        Coderelay.Run("fix --rules RLY4012", repo.Path);

        Assert.Equal("# Handoff\n\n" + Text.Replace("2. {{step}}\n3. TBD", "2. TBD", StringComparison.Ordinal).Replace("<!-- fill: more -->\n\n", "", StringComparison.Ordinal).Replace("| {{file}} | {{why}} |\n", "", StringComparison.Ordinal), repo.Read("HANDOFF.md"));
    }

    private static TemporaryRepository Repository(string text)
    {
        var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", "# Handoff\n\n" + text);
        repo.Commit("Begin");
        return repo;
    }
}
