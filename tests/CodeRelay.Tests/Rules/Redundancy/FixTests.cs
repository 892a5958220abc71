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
}
