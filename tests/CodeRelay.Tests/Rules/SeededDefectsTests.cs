using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules;

/// <summary>
/// A repository of a service in C# with a small front end, and a packet that was good but for sixteen planted defects; forty commits and a hundred days
/// later nobody configured anything. The same kinds of defects that other checkers of agent files were tried on; all must be found, and nothing else.
/// </summary>
public sealed class SeededDefectsTests(SeededPacket packet) : IClassFixture<SeededPacket>
{
    [Theory]
    [InlineData("src/Media/Resizer.cs", "RLY5001")]
    [InlineData("tests/Media.Tests", "RLY5006")]
    [InlineData("npm run lint:styles", "RLY5006")]
    [InlineData("feature/chunked-upload", "RLY5003")]
    [InlineData("9f3ac1d", "RLY5003")]
    [InlineData("# Handoff", "RLY1001")]
    [InlineData("Uploads are stored", "RLY3004")]
    [InlineData("We use TypeScript", "RLY3003")]
    [InlineData("We use Dapper", "RLY3003")]
    [InlineData("Tests are in", "RLY3002")]
    [InlineData("Guard the retry", "RLY3001 RLY3008")]
    [InlineData("public int Depth", "RLY3007")]
    [InlineData("DrainAsync", "RLY5005")]
    [InlineData("ghp_", "RLY6001")]
    [InlineData("TODO", "RLY4012")]
    public void Every_planted_defect_of_the_packet_is_found(string words, string rules) =>
        Assert.Contains(packet.Findings, finding => finding.File == "HANDOFF.md" && rules.Contains(finding.Rule.Id, StringComparison.Ordinal) && packet.Lines(finding).Any(line => line.Contains(words, StringComparison.Ordinal)));

    [Fact]
    public void A_ticked_task_whose_code_is_not_there_is_found() =>
        Assert.Contains(packet.Findings, finding => finding is { File: "TASKS.md", Rule.Id: "RLY5005" } && packet.Lines(finding).Any(line => line.Contains("PurgeExpired", StringComparison.Ordinal)));

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
