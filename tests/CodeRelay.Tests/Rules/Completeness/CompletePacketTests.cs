using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.Completeness;

/// <summary>Packets that answer everything, in the shapes in which people write them: no rule of completeness or budget has anything to say.</summary>
public sealed class CompletePacketTests
{
    private const string Relay = """
        # Handoff

        ## Current goal

        `Upload` retries status 503 three times.

        ## In progress

        - `src/RetryPolicy.cs`: jitter is missing.

        ## Next 3 steps

        1. Add jitter to `RetryPolicy.Delay`.
        2. Count files in `ProgressDialog`.
        3. Commit.

        ## Important files

        - `src/RetryPolicy.cs`

        ## Blockers

        None.
        """;

    private const string Contract = """
        ---
        lane: execute
        ---
        # Handoff: retries of uploads

        **Branch:** `feat/retry`, clean, pushed
        **Reviewer:** audit lane

        ## Goal

        `Upload` retries status 503 three times; done when `dotnet test tests/Upload` passes.

        ## Constraints

        - The queue format stays as it is.

        ## Next

        1. Add jitter to `src/RetryPolicy.cs`.

        ## Risks

        - Version 1.4 reads the same queue.
        """;

    private const string Labels = """
        Goal: `Upload` retries status 503 three times
        Status: jitter is missing in `src/RetryPolicy.cs`
        Blockers and exact next action:
        - none; add jitter to `RetryPolicy.Delay`
        """;

    private const string BoldLabels = """
        # Handoff

        **Goal**

        `Upload` retries status 503 three times.

        **In progress:**

        1) Jitter in `src/RetryPolicy.cs`.

        **Next steps**

        1) Add jitter to `RetryPolicy.Delay`
           - at most 20 %
           - only upwards
        2) Commit

        **Known issues:** none
        """;

    private const string Table = """
        # Handoff

        | Question | Answer |
        |---|---|
        | Goal | `Upload` retries status 503 three times |
        | In progress | jitter in `src/RetryPolicy.cs` |
        | Next step | add jitter to `RetryPolicy.Delay` |
        | Important files | `src/RetryPolicy.cs` |
        | Blockers | none |
        """;

    private const string Russian = """
        # Передача дел

        ## Цель

        Загрузка повторяет статус 503 три раза.

        ## В работе

        - `src/RetryPolicy.cs`: нет разброса.

        ## Следующие шаги

        1. Добавить разброс в `RetryPolicy.Delay`.

        ## Блокеры

        Нет.
        """;

    private const string Japanese = """
        # 引き継ぎ

        ## 目標

        アップロードはステータス 503 を三回再試行する。

        ## 作業中

        - `src/RetryPolicy.cs` にゆらぎがまだない。

        ## 次のステップ

        1. `RetryPolicy.Delay` にゆらぎを加える。

        ## ブロッカー

        なし
        """;

    [Theory]
    [InlineData(Relay)]
    [InlineData(Contract)]
    [InlineData(Labels)]
    [InlineData(BoldLabels)]
    [InlineData(Table)]
    [InlineData(Russian)]
    [InlineData(Japanese)]
    public void A_complete_packet_has_no_findings(string text)
    {
        Assert.Empty(Judge(text));
        Assert.Empty(Judge(text.ReplaceLineEndings("\r\n")));
        Assert.Empty(Judge("\uFEFF" + text));
    }

    [Theory]
    [InlineData("# Handoff\n\nNothing in progress.\n")]
    [InlineData("# Active Handoff\n\n- **Status:** Empty\n")]
    [InlineData("# Handoff\n\nUpdated: 2026-05-04\n\nNo active work.\n")]
    [InlineData("# Handoff\n\n## Goal\n\nNone.\n\n## Next\n\nNothing pending.\n\n## Blockers\n\n- none\n")]
    [InlineData("# Übergabe\n\nKeine offenen Arbeiten.\n")]
    [InlineData("# 交接\n\n暂无进行中的工作。\n")]
    [InlineData("# 引き継ぎ\n\n特になし\n")]
    [InlineData("# Передача\n\nНичего не в работе.\n")]
    public void A_cleared_packet_answers_everything(string text)
    {
        Assert.Empty(Judge(text));
        Assert.Empty(Judge(text, profile: "contract"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Handoff\n")]
    [InlineData("# Handoff\n\nSee the wiki.\n")]
    public void A_packet_that_says_nothing_answers_nothing(string text) =>
        Assert.Equal(["RLY4001", "RLY4003", "RLY4007", "RLY4008", "RLY4011"], Judge(text).Select(finding => finding.Rule.Id));

    [Fact]
    public void The_contract_asks_all_nine_items() =>
        Assert.Equal(
            ["RLY4001", "RLY4003", "RLY4005", "RLY4006", "RLY4007", "RLY4008", "RLY4009", "RLY4010", "RLY4011"],
            Judge("# Handoff\n\nSee the wiki.\n", profile: "contract").Select(finding => finding.Rule.Id));

    [Fact]
    public void Only_the_newest_of_several_sections_of_one_name_is_current()
    {
        var text = Relay.Replace("## In progress", "## Current goal\n\nContinue.\n\n## In progress", StringComparison.Ordinal);

        Assert.Empty(Judge(text));
        Assert.Equal(["RLY4002"], Judge(Relay.Replace("`Upload` retries status 503 three times.", "Continue.\n\n## Current goal\n\nFix `Upload`.", StringComparison.Ordinal)).Select(finding => finding.Rule.Id));
    }

    [Theory]
    [InlineData("# Handoff\n\n## Goal\n\n## Next\n\n1. Fix `a.cs`\n", 3)]
    [InlineData("\uFEFF# Handoff\r\n\r\n\r\n## Ziel\r\n", 4)]
    public void An_empty_section_is_reported_at_its_heading(string text, int line) =>
        Assert.Equal(line, Assert.Single(Judge(text), finding => finding.Rule.Id == "RLY4001").Range.Line);

    private static IReadOnlyList<Finding> Judge(string text, string? profile = null)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", text);
        if (profile is not null)
            directory.Write("coderelay.yml", $"profile: {profile}\n");
        return [.. directory.Findings().Where(finding => finding.Rule.Area is RuleArea.Completeness or RuleArea.Budget)];
    }
}
