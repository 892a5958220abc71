namespace CodeRelay.Tests.Rules;

/// <summary>
/// The same kinds of defects that other checkers of agent files were tried on; all must be found, and nothing else.
/// </summary>
public sealed class SeededDefectsTests(SeededPacket packet) : IClassFixture<SeededPacket>
{
    public static TheoryData<string, string, string> Defects => new(SeededRepository.Defects);

    [Theory]
    [MemberData(nameof(Defects))]
    public void Every_planted_defect_is_found(string words, string file, string rules) =>
        Assert.Contains(packet.Findings, finding => finding.File == file && rules.Contains(finding.Rule.Id, StringComparison.Ordinal) && packet.Lines(finding).Any(line => line.Contains(words, StringComparison.Ordinal)));

    [Theory]
    [InlineData("resumes after a lost connection")]
    [InlineData("the state of a resumed upload")]
    [InlineData("`main`")]
    [InlineData("and/or")]
    [InlineData("Node.js")]
    [InlineData("`dotnet test`")]
    [InlineData("`npm run build`")]
    [InlineData("do not retry")]
    [InlineData("Find out why")]
    [InlineData("TASKS.md")]
    public void Nothing_else_is(string words) =>
        Assert.DoesNotContain(packet.Findings, finding => finding.Rule.Id != "RLY1001" && packet.Lines(finding).Any(line => line.Contains(words, StringComparison.Ordinal)));
}
