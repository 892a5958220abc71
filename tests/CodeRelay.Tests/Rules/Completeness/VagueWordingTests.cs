namespace CodeRelay.Tests.Rules.Completeness;

public sealed class VagueWordingTests
{
    [Theory]
    [InlineData("Keep moving.")]
    [InlineData("Continue the work on the project")]
    [InlineData("Improve performance and fix bugs")]
    [InlineData("**Make everything better**")]
    [InlineData("Finish the remaining tasks and clean up")]
    [InlineData("Improve the UI of the app")]
    [InlineData("Weiterarbeiten und Fehler beheben")]
    [InlineData("Continuer le travail et améliorer le projet")]
    [InlineData("Seguir con el proyecto y corregir errores")]
    [InlineData("Продолжить работу над проектом")]
    [InlineData("继续完善功能")]
    [InlineData("改善を続ける")]
    [InlineData("프로젝트 개선 계속")]
    [InlineData("Continue the improvements of sprint 3")]
    [InlineData("Finish the remaining 20 % by 2026-01-31")]
    [InlineData("Improve security, scalability and observability")]
    [InlineData("Continue as discussed in the meeting")]
    [InlineData("Weiter wie besprochen")]
    public void A_goal_that_fits_every_project_is_vague(string goal) =>
        Assert.Single(Packet.Findings("RLY4002", $"# Handoff\n\n## Goal\n\n{goal}\n"));

    [Theory]
    [InlineData("Fix `parse()`")]
    [InlineData("Finish TASK-17")]
    [InlineData("Improve p95 of the search to 200 ms")]
    [InlineData("Continue with src/parser.rs")]
    [InlineData("Make the dialog say \"saved\" once")]
    [InlineData("Close #42")]
    [InlineData("Fix the parseDate helper")]
    [InlineData("Accept CRLF")]
    [InlineData("Let users reset their password")]
    [InlineData("Finish [the importer](docs/importer.md)")]
    [InlineData("Die Anmeldung merkt sich das Passwort")]
    [InlineData("Пользователь видит ошибку входа сразу")]
    [InlineData("登录失败时显示原因")]
    [InlineData("ログイン失敗の理由を表示する")]
    [InlineData("로그인 실패 이유를 화면에 표시한다")]
    [InlineData("None")]
    [InlineData("Release 2.0")]
    [InlineData("Begin phase 2")]
    [InlineData("Jatka")]
    [InlineData("Fortsæt")]
    public void A_goal_with_something_of_its_own_is_not(string goal) =>
        Assert.Empty(Packet.Findings("RLY4002", $"# Handoff\n\n## Goal\n\n{goal}\n"));

    [Theory]
    [InlineData("1. Production testing with real workloads\n2. Performance optimization for large files\n", "none of the 2 next steps")]
    [InlineData("- Continue\n", "the next step names")]
    [InlineData("1. Add comprehensive logging\n2. Thorough testing of all scenarios\n3. Prepare for production in 2 weeks\n", "none of the 3 next steps")]
    [InlineData("- Clean up\n- Delete `old.cs`\n", "the next step names")]
    public void Steps_without_an_object_are_vague(string steps, string message) =>
        Assert.StartsWith(message, Assert.Single(Packet.Findings("RLY4004", $"# Handoff\n\n## Next steps\n\n{steps}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1. Delete `old.cs`\n2. Run the tests\n3. Commit and push\n")]
    [InlineData("- [x] Clean up\n- [ ] Delete `old.cs`\n")]
    [InlineData("1. ~~Clean up~~\n2. Delete `old.cs`\n")]
    [InlineData("1. Clean up\n   - `old.cs`\n   - `older.cs`\n")]
    [InlineData("### Documentation\n\nDescribe `--since`.\n")]
    [InlineData("All done.\n")]
    [InlineData("None\n")]
    [InlineData("```sh\nmake release\n```\n")]
    public void Steps_that_can_be_begun_are_not(string steps) =>
        Assert.Empty(Packet.Findings("RLY4004", $"# Handoff\n\n## Next steps\n\n{steps}"));

    [Theory]
    [InlineData("# Handoff: retry of failed uploads\n\n## Next\n\n- add jitter\n", 0)]
    [InlineData("# Handoff notes\n\n## Next\n\n- add jitter\n", 1)]
    [InlineData("# Handoff: retry of failed uploads\n\n## Next\n\n- ~~add jitter~~\n", 1)]
    [InlineData("---\ngoal: retry uploads\n---\n# Handoff\n", 0)]
    public void A_title_is_a_goal_when_it_names_the_work_and_steps_are_open(string text, int findings) =>
        Assert.Equal(findings, Packet.Findings("RLY4001", text).Count);

    [Fact]
    public void The_name_of_the_project_is_no_goal()
    {
        using var directory = new TemporaryDirectory("acme-billing-server");
        directory.Write("HANDOFF.md", "# Acme Billing Server — Handoff\n\n## Next\n\n- add `jitter`\n");

        Assert.Single(directory.Findings("RLY4001"));
    }
}
