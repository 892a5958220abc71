namespace CodeRelay.Tests.Rules.Completeness;

public sealed class UnfilledPacketTests
{
    [Fact]
    public void A_fresh_scaffold_is_told_about_its_placeholders_and_nothing_else()
    {
        using var repo = new TemporaryRepository();
        repo.Write("HANDOFF.md", """
            # Handoff

            ## Goal

            <fill: one sentence>

            ## In progress

            - <fill: what is half done>

            ## Next three steps

            1. <fill: the next step>
            2. <fill: the step after it>

            ## Important files

            1. <fill: path to read first, and why>
            2) <fill: path to read second>

            ## Blockers

            - <fill: "none" if there is none>
            """);

        Assert.Equal(["RLY4012"], repo.Findings("RLY4").Select(finding => finding.Rule.Id).Distinct());
    }
}
