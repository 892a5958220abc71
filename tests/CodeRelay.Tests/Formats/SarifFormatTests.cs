using System.Text.Json;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Tests.Formats;

public sealed class SarifFormatTests
{
    [Fact]
    public void Every_result_points_to_its_rule_and_has_a_location_and_a_fingerprint()
    {
        using var fixture = new FormatFixture();
        var run = Run(fixture.Write(new SarifFormat()));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");

        Assert.Equal(fixture.Result.Findings.Count, run.GetProperty("results").GetArrayLength());
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.NotEmpty(result.GetProperty("partialFingerprints").GetProperty(SarifFormat.FingerprintKey).GetString()!);
            var region = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation").GetProperty("region");
            Assert.All(region.EnumerateObject(), member => Assert.True(member.Value.GetInt32() >= 1));
        }
    }

    [Fact]
    public void Addresses_are_relative_and_give_back_the_path()
    {
        using var fixture = new FormatFixture();
        var results = Run(fixture.Write(new SarifFormat())).GetProperty("results").EnumerateArray();

        foreach (var (result, finding) in results.Zip(fixture.Result.Findings))
        {
            var location = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
            var address = location.GetProperty("uri").GetString()!;
            Assert.True(Uri.TryCreate(address, UriKind.Relative, out _), address);
            Assert.Equal(finding.File, Uri.UnescapeDataString(address));
            Assert.Equal("%SRCROOT%", location.GetProperty("uriBaseId").GetString());
        }
    }

    [Fact]
    public void A_rule_brings_its_page()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("HANDOFF.md", "# Handoff\n");
        var rule = RuleCatalog.All[0];
        var input = AnalysisInput.Of(Repository.Discover(directory.Path), new Configuration());
        var result = new AnalysisResult(input, [new Finding(rule.Info, "HANDOFF.md", new TextRange(1, 1, 1, 10), "x")], 0, 0, []);
        using var output = new MemoryStream();

        new SarifFormat().Write(result, FormatOptions.Plain, output);

        var written = Assert.Single(Run(System.Text.Encoding.UTF8.GetString(output.ToArray())).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
        Assert.Equal(RuleCatalog.PageOf(rule), written.GetProperty("help").GetProperty("markdown").GetString());
        Assert.DoesNotContain('\n', written.GetProperty("fullDescription").GetProperty("text").GetString()!);
    }

    private static JsonElement Run(string sarif)
    {
        using var document = JsonDocument.Parse(sarif);
        return document.RootElement.Clone().GetProperty("runs")[0];
    }
}
