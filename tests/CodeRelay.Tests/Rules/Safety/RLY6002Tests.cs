using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.Safety;

public sealed class RLY6002Tests
{
    [Theory]
    [InlineData("The certificate is on DESKTOP-4F7KQ2M only")]
    [InlineData("Runs on WIN-0J3K5L7M9N1")]
    [InlineData("Builds on Anns-MacBook-Pro.local")]
    [InlineData("The board answers on /dev/ttyUSB0")]
    [InlineData("The board answers on COM7")]
    [InlineData("RAMONA needs the local certificate before the service starts")]
    public void Names_of_one_machine_are_found(string statement) =>
        Assert.Single(Findings(statement));

    [Theory]
    [InlineData("RAMONA wants the certificate before Friday")]
    [InlineData("The local API returns JSON over HTTP")]
    [InlineData("CLAUDE runs on the local machine")]
    [InlineData("See `RAMONA.md` on the local machine")]
    [InlineData("COM interop stays, see `COM1.md`")]
    [InlineData("`settings.local` and `/dev/null`")]
    [InlineData("A DESKTOP-FIRST layout")]
    public void Other_words_in_capitals_and_shared_devices_are_not(string statement) =>
        Assert.Empty(Findings(statement));

    [Theory]
    [InlineData("AGENTS.md", 0)]
    [InlineData("HANDOFF.md", 1)]
    public void An_instruction_file_may_say_where_a_program_has_its_settings_and_a_packet_names_what_was_left(string file, int count) =>
        Assert.Equal(count, Packet.Findings("RLY6002", (file, "# Notes\n\nThe profile is in `~/.acme/profile`.\n")).Count);

    [Fact]
    public void The_directories_that_every_account_has_are_of_no_one_machine() =>
        Assert.Empty(Packet.Findings("RLY6002", "# Handoff\n\nA stale bundle came out of `~/Library/Caches/acme`.\n"));

    private static IReadOnlyList<Finding> Findings(string statement)
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/App.cs", "class App;\n");
        repo.Git("add", "--all");
        repo.Git("commit", "--quiet", "--author", "Ramona Ilic <ramona@example.invalid>", "--message", "Start");
        repo.Git("commit", "--quiet", "--author", "Claude <bot@example.invalid>", "--allow-empty", "--message", "Go on");
        repo.Write("HANDOFF.md", $"# Handoff\n\n## Blockers\n\n- {statement}\n");
        return repo.Findings("RLY6002");
    }
}
