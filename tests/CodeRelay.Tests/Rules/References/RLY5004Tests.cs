using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.References;

public sealed class RLY5004Tests
{
    [Theory]
    [InlineData("[a](docs/guide.md) ![b](img/a%20b.png) [c](docs) [d](docs/) [e](/docs/guide.md)")]
    [InlineData("[a](docs/guide.md#second-part) [b](#title) [c](docs/guide.md#Second-Part)")]
    [InlineData("[a](https://example.org/x.md) [b](mailto:a@b.c) [c](//cdn/x.js) [d](vscode://file)")]
    [InlineData("[a](docs/guide?raw=true) [b](docs/guide)")]
    [InlineData("[b]({url}) [c](path/to/file.md) [d](url) [e](...)")]
    [InlineData("[a](../../issues/12)")]
    [InlineData("[a](ignored/page.html) ~~[b](gone.md)~~ `[c](gone.md)`")]
    [InlineData("```\n[a](gone.md)\n```")]
    [InlineData("[a](src/App.cs#L1) [b](src/App.cs#anchor)")]
    [InlineData("[a][r] and [b]\n\n[r]: docs/guide.md\n[b]: #title")]
    public void Links_that_lead_somewhere_are_no_fault(string text) => Assert.Empty(Findings(text));

    [Theory]
    [InlineData("[a](docs/gone.md)", "link target `docs/gone.md` does not exist")]
    [InlineData("![a](img/none.png)", "link target `img/none.png` does not exist")]
    [InlineData("[a](Guide.md)", "did you mean `docs/guide.md`")]
    [InlineData("[a](docs/guide.md#third)", "anchor `#third` matches no heading of docs/guide.md")]
    [InlineData("[a](#none)", "matches no heading of this file")]
    [InlineData("[a][r]\n\n[r]: docs/gone.md", "link target `docs/gone.md` does not exist")]
    public void Dead_links_and_anchors_are(string text, string message) => Assert.Contains(message, Assert.Single(Findings(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_renamed_target_is_fixed_relative_to_its_document()
    {
        using var repo = Sample();
        repo.Git("mv", "docs/guide.md", "docs/manual.md");
        repo.Write("docs/HANDOFF.md", "# Handoff\n\n[a](guide.md#second-part)\n");
        repo.Write("AGENTS.md", "# Agents\n\n[a](docs/guide.md)\n");
        repo.Commit("rename");

        Assert.Equal(["docs/manual.md", "manual.md#second-part"], repo.Findings("RLY5004").Select(finding => Assert.Single(finding.Fix!.Edits).NewText));
    }

    private static IReadOnlyList<Finding> Findings(string text)
    {
        using var repo = Sample();
        repo.Write("HANDOFF.md", $"# Title\n\n{text}\n");
        return repo.Findings("RLY5004");
    }

    private static TemporaryRepository Sample()
    {
        var repo = new TemporaryRepository();
        repo.Write(".gitignore", "ignored/\n");
        repo.Write("docs/guide.md", "# Guide\n\n## Second part\n\nSome text that makes it long enough to be recognised.\n");
        repo.Write("img/a b.png", "x");
        repo.Write("src/App.cs", "class App;\n");
        repo.Commit("add");
        return repo;
    }
}
