using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Formats;
using CodeRelay.Rules;

namespace CodeRelay.Docs;

/// <summary>A page for each rule, and the table of all of them.</summary>
internal static class RulePages
{
    public static IEnumerable<(string FileName, string Content)> All() =>
        RuleCatalog.All.Select(rule => ($"{rule.Info.Id}.md", Page(rule))).Append(("README.md", Table()));

    private static string Page(Rule rule)
    {
        var info = rule.Info;
        return $"""
            <!-- Made from src/CodeRelay/Rules/{info.Area}/{rule.GetType().Name}.md by `{Documentation.Command}`; edit that file. -->

            # {info.Id}: {info.Name}

            {Sentence(info.Summary)}

            | Area | Severity | Fix |
            |---|---|---|
            | {info.Area} | {Severity(info)} | {(info.Fix == FixSafety.None ? $"none: {Cell(info.NoFix)}" : info.Fix.Word())} |

            {RuleCatalog.PageOf(rule).ReplaceLineEndings("\n").TrimEnd()}

            To silence one finding, write `<!-- coderelay-disable-next-line {info.Id}: the reason -->` above it. To change the severity, use `rules:` in coderelay.yml ([configuration](../configuration.md)).

            """.ReplaceLineEndings("\n");
    }

    private static string Table()
    {
        var page = new StringBuilder($"""
            <!-- Made by `{Documentation.Command}`. -->

            # Rules

            `coderelay rules` prints this table with the severities that hold in your repository, `coderelay explain RLY2001` a rule's page.
            How to change a severity or silence one finding: [configuration](../configuration.md).

            """.ReplaceLineEndings("\n"));
        foreach (var area in RuleCatalog.All.Select(rule => rule.Info).GroupBy(rule => rule.Area))
        {
            page.Append($"\n## {area.Key}\n\n| Rule | Name | Severity | Fix | What it reports |\n|---|---|---|---|---|\n");
            foreach (var rule in area)
                page.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Name} | {Severity(rule)} | {rule.Fix.Word()} | {Cell(rule.Summary)} |\n");
        }

        return page.ToString();
    }

    private static string Severity(RuleInfo rule) => rule.IsPreview ? $"off (preview; {rule.Severity.Word()} when on)" : rule.Severity.Word();

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
