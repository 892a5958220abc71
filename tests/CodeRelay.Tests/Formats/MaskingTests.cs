using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Formats;

public sealed class MaskingTests
{
    [Fact]
    public void No_format_writes_the_value_of_a_secret()
    {
        // Put together here, so that no scanner takes this file for a leak.
        var secret = "ghp_" + "x7Qm2Lr9" + "Tz4Wk1Vb" + "8Ns3Hd6J" + "p0Gf5Yc2" + "Aa1b";
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", $"# Handoff\n\n## State\n\nThe token {secret} is in /home/alice/work/token.txt now.\n");
        var repository = Repository.Discover(repo.Path);
        var result = RuleCatalog.Check(AnalysisInput.Of(repository, Configuration.Load(repository)));
        Assert.Contains(result.Findings, finding => finding.Rule.Id == "RLY6001");

        foreach (var format in FormatCatalog.All)
        {
            using var output = new MemoryStream();
            format.Write(result, FormatOptions.Plain, output);
            Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        }
    }
}
