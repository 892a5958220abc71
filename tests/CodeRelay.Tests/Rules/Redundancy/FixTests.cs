using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.Redundancy;

/// <summary>The fixes of all redundancy findings of a packet together.</summary>
public sealed class FixTests
{
    private const string Handoff = """
        # Handoff

        ## Goal

        Finish `src/Queue.cs`.

        ## Done

        1. Retry the expired token twice before the queue drops its message
        2. Never change `src/Queue.cs` by hand: the generator must write it
        3. Rename the session folder to the horizon of its scanner

        | Commit | What |
        |---|---|
        | one | Retry the expired token twice before the queue drops its message |
        | two | Rename the session folder to the horizon of its scanner |

        ## Output

        ```diff
        -var queue = Old();
        -var token = Old();
        +var queue = New();
        +var token = New();
        -return queue;
        +return token;
        -return 1;
        +return 2;
        ```

        ## Next

        1. Run `dotnet test`.

        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_is_needed_stays_and_a_second_time_changes_nothing(string lineBreak)
    {
        var text = Handoff.ReplaceLineEndings(lineBreak);
        using var repo = new TemporaryRepository();
        repo.Write("src/Queue.cs", "class Queue;");
        repo.Commit("Retry the expired token twice before the queue drops its message");
        repo.Commit("Rename the session folder to the horizon of its scanner");
        repo.Write("HANDOFF.md", text);

        var findings = repo.Findings("RLY3");
        var fixedText = Packet.Fixed(text, findings);
        repo.Write("HANDOFF.md", fixedText);

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(FixSafety.Unsafe, finding.Fix!.Safety));
        Assert.Equal(
            "# Handoff\n\n## Goal\n\nFinish `src/Queue.cs`.\n\n## Done\n\n2. Never change `src/Queue.cs` by hand: the generator must write it\n\n## Next\n\n1. Run `dotnet test`.\n".ReplaceLineEndings(lineBreak),
            fixedText);
        Assert.Equal(fixedText, Packet.Fixed(fixedText, repo.Findings("RLY3")));
    }

    [Fact]
    public void Of_steps_that_are_needed_in_part_none_is_deleted()
    {
        using var repo = new TemporaryRepository();
        const string Said = "We use a lease of thirty seconds per job instead of acknowledgements, because workers are killed without notice.";
        const string SaidToo = "Payloads are stored as compressed columns beside their index, so that a vacuum never rewrites the hot partition.";
        repo.Write("DECISIONS.md", $"# Decisions\n\n{Said}\n\n{SaidToo}\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n## Overview\n\n1. {Said}\n2. Ask the owner of the gateway for a scope.\n\n## Features\n\n1. {SaidToo}\n");

        var findings = repo.Findings("RLY3005");

        Assert.Equal([(5, false), (10, true)], findings.Select(finding => (finding.Range.Line, finding.Fix is not null)));
    }
}
