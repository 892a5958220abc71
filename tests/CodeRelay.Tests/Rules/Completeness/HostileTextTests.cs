namespace CodeRelay.Tests.Rules.Completeness;

/// <summary>A hundred thousand characters on one line must neither hang a rule nor make a regular expression give up.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("!")]
    [InlineData("a.")]
    [InlineData("“")]
    [InlineData("{{")]
    [InlineData("<!-- fill ")]
    [InlineData("[todo ")]
    [InlineData("make ")]
    [InlineData("`make ` ")]
    [InlineData("when ")]
    [InlineData("@a/")]
    [InlineData("no x ")]
    [InlineData("Goal: ")]
    [InlineData("> ")]
    [InlineData("无")]
    [InlineData("~~a~~ ")]
    public void A_very_long_line_is_judged(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        using var directory = new TemporaryDirectory();
        directory.Write("coderelay.yml", "profile: contract\n");
        directory.Write("HANDOFF.md", $"# Handoff\n\n## Next\n\n{line}x\n\n```\n{line}\n```\n");
        directory.Write("TASKS.md", $"# Tasks\n\n- [ ] {line}\n");

        foreach (var area in new[] { "RLY2", "RLY4", "RLY7", "RLY8" })
            _ = directory.Findings(area);
    }
}
