namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7004Tests
{
    [Theory]
    [InlineData("- We use SQLite everywhere")]
    [InlineData("- Uploads are stored in one table.")]
    [InlineData("1. Wir nutzen SQLite überall")]
    [InlineData("- Используем SQLite везде")]
    public void A_bare_decision_is_found(string item)
    {
        Assert.Single(Packet.Findings("RLY7004", $"# Handoff\r\n\r\n## Key decisions\r\n\r\n{item}\r\n"));
        Assert.Single(Packet.Findings("RLY7004", ("HANDOFF.md", "# Handoff\n"), ("DECISIONS.md", $"# Decisions\n\n{item}\n")));
    }

    [Theory]
    [InlineData("- We use SQLite because nobody runs a server")]
    [InlineData("- We use SQLite, not Postgres")]
    [InlineData("- We use SQLite (one file)")]
    [InlineData("- We use SQLite. Nobody runs a server.")]
    [InlineData("- We use SQLite — nobody runs a server")]
    [InlineData("- SQLite: we use one file per tenant")]
    [InlineData("- We use SQLite everywhere\n  - one file is enough")]
    [InlineData("- We use SQLite as [ADR 3](adr/3.md) says")]
    [InlineData("- ~~We use SQLite everywhere~~")]
    [InlineData("- SQLite")]
    [InlineData("- 我们使用 SQLite")]
    [InlineData("- Wir nutzen SQLite, weil niemand einen Server betreibt")]
    [InlineData("- Используем SQLite, чтобы не держать сервер")]
    [InlineData("- Käytämme SQLitea kaikkialla aina")]
    [InlineData("| Storage | We use SQLite |\n|---|---|")]
    public void One_with_a_reason_or_in_words_that_are_not_known_is_not(string item) =>
        Assert.Empty(Packet.Findings("RLY7004", $"# Handoff\n\n## Decisions\n\n{item}\n"));

    [Theory]
    [InlineData("## Gotchas\n\n- We use SQLite everywhere")]
    [InlineData("## Next steps\n\n- We use SQLite everywhere")]
    public void What_is_not_called_a_decision_owes_no_reason(string section) => Assert.Empty(Packet.Findings("RLY7004", $"# Handoff\n\n{section}\n"));

    [Theory]
    [InlineData("### 2026-01-31: Storage\n\nWe use SQLite everywhere.\n", 1)]
    [InlineData("### 2026-01-31: Storage\n\nStatus: accepted\n\nWe use SQLite everywhere.\n", 1)]
    [InlineData("### 2026-01-31: SQLite and not Postgres\n\nWe use SQLite everywhere.\n", 0)]
    [InlineData("### 2026-01-31: Storage\n\nWe use SQLite everywhere.\n\nNobody runs a server.\n", 0)]
    [InlineData("### 2026-01-31: Storage\n\nWe use SQLite everywhere.\n\n#### Why\n\nNobody runs a server.\n", 0)]
    public void An_entry_of_the_log_owes_one(string entry, int count) =>
        Assert.Equal(count, Packet.Findings("RLY7004", ("HANDOFF.md", "# Handoff\n"), ("DECISIONS.md", $"# Decisions\n\n{entry}")).Count);
}
