namespace CodeRelay.Tests.Rules.Consistency;

public sealed class RLY7005Tests
{
    private const string Contract = """
        ---
        lane: LANE
        ---
        # Handoff

        ## Goal

        `Parser.Read` accepts files with CRLF line breaks.

        ## Done when

        - [ ] `make test` passes
        - [ ] no sample is slower than 20 ms

        ## Constraints

        - do not touch `src/Writer.cs`

        ## Important files

        - `src/Parser.cs`

        """;

    [Theory]
    [InlineData("plan", 1)]
    [InlineData("auditor", 1)]
    [InlineData("supervise", 1)]
    [InlineData("execute", 0)]
    [InlineData("payments", 0)]
    public void Only_the_execute_lane_changes_source_files(string lane, int findings)
    {
        using var repo = Start(lane);
        repo.Write("src/Parser.cs", "class Parser { }");
        repo.Commit("change");

        Assert.Equal(findings, repo.Findings("RLY7005").Count);
    }

    [Fact]
    public void The_finding_stands_at_the_lane_and_names_the_commit()
    {
        using var repo = Start("audit", "\r\n");
        repo.Write("src/Parser.cs", "class Parser { }");
        var change = repo.Commit("change");

        var finding = Assert.Single(repo.Findings("RLY7005"));

        Assert.Equal((2, 7), (finding.Range.Line, finding.Range.Column));
        Assert.Equal("src/Parser.cs", Assert.Single(finding.Evidence).Reference);
        Assert.Contains(change[..7], finding.Evidence[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("lane audit must not repair what is found", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_uncommitted_change_after_the_lane_began_is_work_as_well()
    {
        using var repo = Start("audit");
        repo.Write("src/Parser.cs", "class Parser { }");

        Assert.Equal("src/Parser.cs", Assert.Single(Assert.Single(repo.Findings("RLY7005")).Evidence).Reference);
    }

    [Fact]
    public void What_the_lane_before_left_uncommitted_is_not_the_auditors()
    {
        using var repo = Start("execute");
        repo.Write("src/Parser.cs", "class Parser { }");
        repo.Write("HANDOFF.md", Contract.Replace("LANE", "audit", StringComparison.Ordinal));

        Assert.Empty(repo.Findings("RLY7005"));
        repo.Commit("the change and the lane in one commit");
        Assert.Empty(repo.Findings("RLY7005"));
    }

    [Fact]
    public void Documents_tests_and_files_that_the_packet_is_not_about_are_no_work_of_the_auditor()
    {
        using var repo = Start("audit");
        repo.Write("docs/verdict.md", "It fails.");
        repo.Write("src/ParserTests.cs", "class ParserTests;");
        repo.Write("web/index.ts", "export {}");
        repo.Commit("verdict");

        Assert.Empty(repo.Findings("RLY7005"));
    }

    [Fact]
    public void Outside_git_and_before_the_first_commit_nobody_knows_who_did_what()
    {
        Assert.Empty(Packet.Findings("RLY7005", ("HANDOFF.md", Contract.Replace("LANE", "audit", StringComparison.Ordinal)), ("src/Parser.cs", "class Parser;")));
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", Contract.Replace("LANE", "audit", StringComparison.Ordinal));
        Assert.Empty(repo.Findings("RLY7005"));
    }

    [Theory]
    [InlineData("- [ ] no sample is slower than 20 ms", "- [ ] no sample is slower than 200 ms", 1)]
    [InlineData("- do not touch `src/Writer.cs`\n", "", 1)]
    [InlineData("- [ ] `make test` passes", "- [x] **`make test` passes.**", 0)]
    [InlineData("- [ ] `make test` passes", "- [ ] `make test` passes\n- [ ] it works on Windows", 0)]
    [InlineData("`Parser.Read` accepts files with CRLF line breaks.", "`Writer.Write` keeps the line breaks of the source.", 0)]
    public void The_execute_lane_leaves_the_gate_and_the_constraints_of_its_goal_alone(string accepted, string changed, int findings)
    {
        using var repo = Start("execute");
        repo.Write("HANDOFF.md", Contract.Replace("LANE", "execute", StringComparison.Ordinal).Replace(accepted, changed, StringComparison.Ordinal));

        Assert.Equal(findings, repo.Findings("RLY7005").Count);
        repo.Commit("update");
        Assert.Equal(findings, repo.Findings("RLY7005").Count);
    }

    [Fact]
    public void A_contract_that_went_through_the_plan_lane_is_the_accepted_one()
    {
        using var repo = Start("execute");
        var changed = Contract.Replace("20 ms", "200 ms", StringComparison.Ordinal);
        repo.Write("HANDOFF.md", changed.Replace("LANE", "plan", StringComparison.Ordinal));
        repo.Commit("renegotiated");
        repo.Write("HANDOFF.md", changed.Replace("LANE", "execute", StringComparison.Ordinal));
        repo.Commit("accepted");

        Assert.Empty(repo.Findings("RLY7005"));
    }

    private static TemporaryRepository Start(string lane, string lineEnd = "\n")
    {
        var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", Contract.Replace("LANE", lane, StringComparison.Ordinal).ReplaceLineEndings(lineEnd));
        repo.Write("src/Parser.cs", "class Parser;");
        repo.Write("src/Writer.cs", "class Writer;");
        repo.Commit("packet");
        return repo;
    }
}
