using System.Text.RegularExpressions;

namespace CodeRelay.Eng;

/// <summary>A rule: the class, its page, its tests, its line in RuleCatalog.</summary>
internal static partial class NewRule
{
    private const string Catalog = "src/CodeRelay/Rules/RuleCatalog.cs";

    /// <param name="id">Such as RLY5007.</param>
    /// <param name="problem">The problem's name in Pascal case, such as DeadBadge.</param>
    public static NewFiles Create(string id, string problem)
    {
        if (!Id().IsMatch(id))
            throw new FailedException($"'{id}' is not a rule id; valid is RLY and four digits, such as RLY5007");
        var words = Name.Kebab(problem);
        var area = AreaOf(id[3]);
        return new NewFiles()
            .Add($"src/CodeRelay/Rules/{area}/{id}{problem}.cs", Class(id, problem, area, words))
            .Add($"src/CodeRelay/Rules/{area}/{id}{problem}.md", Page())
            .Add($"tests/CodeRelay.Tests/Rules/{area}/{id}Tests.cs", Tests(id, area))
            .AddLine(Catalog, $"using CodeRelay.Rules.{area};", "using CodeRelay.")
            .AddLine(Catalog, $"new {id}{problem}(),", "new RLY");
    }

    private static string AreaOf(char digit)
    {
        const string Areas = "src/CodeRelay/Analysis/RuleArea.cs";
        var match = Regex.Match(File.ReadAllText(Checkout.At(Areas)), $@"(?<area>\w+) = {digit},", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups["area"].Value : throw new FailedException($"{Areas} has no area for ids that begin with RLY{digit}");
    }

    private static string Class(string id, string problem, string area, string words) =>
        $$"""
        using CodeRelay.Analysis;
        using CodeRelay.Documents;

        namespace CodeRelay.Rules.{{area}};

        /// <summary>What is wrong, in one sentence.</summary>
        internal sealed class {{id}}{{problem}} : DocumentRule
        {
            public override RuleInfo Info { get; } = new("{{id}}", "{{words}}", Severity.Warning, "what is wrong, lower case, no final stop")
            {
                NoFix = "the reason why there is no fix",
                IsPreview = true,
            };

            protected override void Check(Document document, RuleContext context)
            {
                if (document.Text.Content.Contains("{{words}}", StringComparison.Ordinal))
                    context.Report(this, document, "the fault with its value in quotes, and what would be valid");
            }
        }

        """;

    private static string Page() =>
        """
        Why the fault costs the next reader something.

        ## Bad

        ```markdown HANDOFF.md
        # Handoff
        ```

        ## Good

        ```markdown HANDOFF.md
        # Handoff
        ```

        ## How to fix

        What to write instead.

        """;

    private static string Tests(string id, string area) =>
        $$"""
        namespace CodeRelay.Tests.Rules.{{area}};

        public sealed class {{id}}Tests
        {
            [Fact]
            public void A_packet_without_the_fault_passes()
            {
                using var repo = new TemporaryRepository();
                repo.Write("HANDOFF.md", "# Handoff\n");
                repo.Commit("Add the packet");

                Assert.Empty(repo.Findings("{{id}}"));
            }
        }

        """;

    [GeneratedRegex(@"^RLY\d{4}$", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
