using System.Globalization;
using CodeRelay.Documents;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Tests.Packets;

public sealed class DeclaredStatesTests
{
    [Theory]
    [InlineData("**Branch**: `feature/crlf`", "Branch feature/crlf")]
    [InlineData("- Branch: main (pushed)", "Branch main")]
    [InlineData("| Item | State |\n|---|---|\n| Branch | `release/1.2` |", "Branch release/1.2")]
    [InlineData("Branch: origin/main, clean", "Branch origin/main")]
    [InlineData("Ветка: `main`", "Branch main")]
    [InlineData("分支：`dev`", "Branch dev")]
    [InlineData("---\nbranch: feature/x\nhead: 3f2a91c\n---\n", "Branch feature/x | Head 3f2a91c")]
    [InlineData("HEAD: 3f2a91c", "Head 3f2a91c")]
    [InlineData("- **Last commit:** `3f2a91c` \"fix\"", "Head 3f2a91c")]
    [InlineData("**Last Updated**: January 24, 2026", "Updated 2026-01-24")]
    [InlineData("Stand: 24.01.2026", "Updated 2026-01-24")]
    [InlineData("最終更新: 2026年1月24日", "Updated 2026-01-24")]
    [InlineData("updated: 2026-01-24", "Updated 2026-01-24")]
    [InlineData("Deadline: Sunday March 15, 2026", "Deadline 2026-03-15")]
    [InlineData("Blocked until 2026-03-15", "Deadline 2026-03-15")]
    [InlineData("Срок: 15.03.2026", "Deadline 2026-03-15")]
    public void Labels_and_front_matter_make_claims(string text, string expected) => Assert.Equal(expected, Claims(text));

    [Theory]
    [InlineData("Branch: none")]
    [InlineData("Branch: all work happens on the main line")]
    [InlineData("Branch protection: on")]
    [InlineData("| Branch | Tip |\n|---|---|")]
    [InlineData("Commit: deadbeef")]
    [InlineData("Commit: fix the parser")]
    [InlineData("Date: 03/04/2026")]
    [InlineData("Date: 2026-02-31")]
    [InlineData("~~Branch: `old`~~")]
    [InlineData("```\nBranch: main\n```")]
    [InlineData("- [x] Deadline: 2020-01-01")]
    [InlineData("## Done\n\nBranch: `old`")]
    [InlineData("The release of 2026-01-24 went well")]
    public void Other_lines_claim_nothing(string text) => Assert.Equal("", Claims(text));

    [Fact]
    public void A_claim_stands_where_its_value_stands()
    {
        const string Text = "---\nbranch: feature/x\n---\n\n- **HEAD:** `3f2a91c`\n";

        var claims = DeclaredStates.Read(new Document("HANDOFF.md", SourceText.From(Text)));

        Assert.Equal(["feature/x", "3f2a91c"], claims.Select(claim => Text.Substring(claim.Start, claim.Length)));
    }

    private static string Claims(string text) => string.Join(" | ", DeclaredStates.Read(new Document("HANDOFF.md", SourceText.From(text)))
        .Select(claim => $"{claim.Kind} {claim.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? claim.Value}"));
}
