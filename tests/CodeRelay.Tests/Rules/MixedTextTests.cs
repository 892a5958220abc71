using System.Globalization;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Tests.Rules;

/// <summary>No rule fails on any neighbourhood of Markdown's constructs: each mixture is put together from pieces that single rules look for.</summary>
public sealed class MixedTextTests
{
    private const int Documents = 250;
    private const int PiecesEach = 12;

    private static readonly string[] Wrappers =
        ["{0}", "- {0}", "1. {0}", "- [ ] {0}", "- [x] {0}", "  - {0}", "    {0}", "> {0}", "> - {0}", "| {0} | {0} |", "## {0}", "**{0}**", "~~{0}~~", "`{0}`", "<!-- {0} -->", "<b>{0}</b>", "[{0}](src/a.cs)", "[a]: {0}", "[a]: src/a.cs \"{0}\"", "![{0}]({0})", "{0}:", "{0}\\", "\t{0}", "[^1]: {0}", "Term\n: {0}", "```\n{0}\n```", "```sh\n{0}", "{0}\n---", "{0}\n===", "---\n{0}\n---"];

    private static readonly string[] Pieces =
    [
        "", " ", "a", "none", "tests are in `tests/`", "├── src\n├── tests\n│   └── A.cs\n└── HANDOFF.md", "|-- src\n`-- tests", "4f2c9a1", "commit 4f2c9a14f2c9a14f2c9a14f2c9a14f2c9a14f2c9", "branch `feature/x`", "Branch: main", "`src/a.cs`",
        "`src/gone.cs:12`", "src/a.cs#L3-L900", "tests/A.cs::Reads", "`Reader.Read()`", "class Reader { }", "make build", "`npm run gone`", "dotnet test", "/home/me/x", "C:\\Users\\me\\x", "https://example.org/4f2c9a1", "src/a.cs", "2026-02-30", "yesterday",
        "Read dates with offsets", "see above", "TODO", "<fill>", "ghp_Zk3v9QmX7rT2bW8nL5cJ1dF6hG4pS0aYeRuI", "| a | b |\n|---|---|", "coderelay-disable RLY5001", "coderelay-disable-next-line", "Goal", "Next steps", "Done", "Blockers", "Важные файлы", "次のステップ", "😀", "\u202E", "\0",
        "\r", "a\r\nb", "[a]", "[a][a]", "[^1]", "&amp;", "$x$", "{{x}}", "{x: [", "x: y", "T-1 depends on T-9", "lane: a\nowner: b",
    ];

    [Fact]
    public void Every_mixture_is_judged()
    {
        using var repo = new TemporaryRepository();
        repo.Write("src/a.cs", "class Reader\n{\n    // Read dates with offsets\n    int Read() => 1;\n}\n");
        repo.Write("tests/A.cs", "class A { void Reads() { } }\n");
        repo.Commit("Read dates with offsets");
        var repository = Repository.Discover(repo.Path);
        var random = new Random(20261201);
        for (var number = 0; number < Documents; number++)
        {
            var text = Mixture(random);

            var error = Record.Exception(() => RuleCatalog.Check(AnalysisInput.Of(repository, new Configuration(), [new Document("HANDOFF.md", SourceText.From(text))])));

            Assert.True(error is null, $"{error}\n{text}");
        }
    }

    [Fact]
    public void Blocks_come_in_the_order_of_their_lines_and_hold_what_they_mention()
    {
        var random = new Random(20261202);
        for (var number = 0; number < Documents; number++)
        {
            var document = new Document("HANDOFF.md", SourceText.From(Mixture(random)));

            var starts = document.Blocks.Select(block => block.Start).ToArray();
            Assert.True(starts.SequenceEqual(starts.Order()), document.Text.Content);
            Assert.All(document.Mentions.Where(mention => mention.Kind == MentionKind.Commit), mention => Assert.True(mention.Start >= mention.Block.Start && mention.Start + mention.Length <= mention.Block.End, $"{mention.Target} at {mention.Start}\n{document.Text.Content}"));
        }
    }

    private static string Mixture(Random random) => "# Handoff\n\n" + string.Concat(Enumerable.Range(0, PiecesEach).Select(_ =>
        string.Format(CultureInfo.InvariantCulture, Pick(random, Wrappers), Pick(random, Pieces) + (random.Next(3) == 0 ? " " + Pick(random, Pieces) : "")) + Pick(random, ["\n", "\n\n", "\r\n", "\n\n\n"])));

    private static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
