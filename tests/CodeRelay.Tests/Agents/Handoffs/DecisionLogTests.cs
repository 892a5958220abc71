using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Analysis;
using CodeRelay.Git;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed class DecisionLogTests : IDisposable
{
    private const string Body = "# Handoff\n\n## Immediate next action\nRun it.\n\n## Decisions made (with evidence)\n\n- **Retry limit is 3** because the vendor counts (src/retry.cs:12).\n  - measured twice\n- Dates stay in UTC. Reports convert.\n\n## Open follow-ups\n\n- none\n";

    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryRepository _repo = new("app");

    private string Log => Path.Combine(_repo.Path, "DECISIONS.md");

    [Fact]
    public void Each_decision_becomes_an_entry_with_date_and_title_and_keeps_its_reasons()
    {
        Assert.Equal((Log, 2), Enter());

        Assert.Equal("# Decisions\n\n### 2026-06-01: Retry limit is 3\n\n**Retry limit is 3** because the vendor counts (src/retry.cs:12).\n- measured twice\n\n### 2026-06-01: Dates stay in UTC\n\nDates stay in UTC. Reports convert.\n", File.ReadAllText(Log));
    }

    [Fact]
    public void What_the_log_holds_already_is_left_out()
    {
        _repo.Write("DECISIONS.md", "# Decisions\n\nDates stay in UTC; reports convert!\n");

        Assert.Equal((Log, 1), Enter());
        Assert.Equal((Log, 0), Enter());
        Assert.DoesNotContain("### 2026-06-01: Dates", File.ReadAllText(Log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Log\n\n## 2026-05-02: Newer\n\nText.\n\n## 2026-05-01: Older\n\nText.\n", "# Log\n\n## 2026-06-01: Retry")]
    [InlineData("# Log\n\n### 2026-05-01: Older\n\nText.\n\n### 2026-05-02: Newer\n\nLast.\n", "Last.\n\n### 2026-06-01: Retry")]
    [InlineData("# Log\n\n<!--\n### 2026-01-31: Title\n-->\n", "-->\n\n### 2026-06-01: Retry")]
    public void The_order_and_the_level_of_the_log_are_kept(string log, string expected)
    {
        _repo.Write("DECISIONS.md", log);

        Enter();

        Assert.Contains(expected, File.ReadAllText(Log), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_endings_and_byte_order_mark_stay()
    {
        File.WriteAllText(Log, "# Entscheidungen\r\n\r\n### 2026-05-01: Älter\r\n\r\nText.\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Enter();

        Assert.Equal(Encoding.UTF8.GetPreamble(), File.ReadAllBytes(Log)[..3]);
        Assert.DoesNotContain("\n", File.ReadAllText(Log).Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("### 2026-05-01: Älter", File.ReadAllText(Log), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_is_no_text_is_refused_and_stays_as_it_is()
    {
        var bytes = Encoding.Unicode.GetBytes("\uFEFF# Decisions\n");
        File.WriteAllBytes(Log, bytes);

        Assert.Contains("not UTF-8", Assert.Throws<RelayException>(() => Enter()).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(Log));
    }

    [Fact]
    public void A_packet_elsewhere_has_its_log_there()
    {
        _repo.Write("docs/HANDOFF.md", "# Handoff\n\n## Next step\n\n1. Run it.\n");

        Assert.Equal(Path.Combine(_repo.Path, "docs", "DECISIONS.md"), Enter()?.Path);
    }

    [Fact]
    public void A_handoff_without_decisions_and_a_dry_run_write_nothing()
    {
        Assert.Null(Enter("## Immediate next action\nRun it.\n"));
        Assert.Equal((Log, 2), Enter(isDryRun: true));
        Assert.False(File.Exists(Log));
    }

    public void Dispose() => _repo.Dispose();

    private (string Path, int Added)? Enter(string body = Body, bool isDryRun = false) =>
        DecisionLog.Enter(Repository.Discover(_repo.Path), new Configuration(), body, Now, isDryRun);
}
