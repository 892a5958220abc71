using System.Text;
using CodeRelay.Analysis;

namespace CodeRelay.Rules.Team;

/// <summary>The page of a team rule for `explain` and SARIF: its entry in words.</summary>
internal static class TeamRulePage
{
    public static string Write(TeamRuleSetting rule)
    {
        var page = new StringBuilder($"A rule of this repository, from `team-rules` in {Configuration.FileName}: {rule.Message.TrimEnd('.')}.\n\n## What it requires\n\n");
        page.Append($"- files: `{rule.Files}`\n");
        if (rule.Section is { } section)
            page.Append($"- section: \"{section}\"\n");
        Append(page, "must contain", rule.MustContain.Select(pattern => $"`{pattern.Written}`"));
        Append(page, "must not contain", rule.MustNotContain.Select(pattern => $"`{pattern.Written}`"));
        Append(page, "forbidden phrases", rule.ForbiddenPhrases.Select(phrase => $"\"{phrase.Written}\""));
        Append(page, "required headings", rule.RequiredHeadings.Select(heading => $"\"{heading}\""));
        if (rule.Budget is { } budget)
            Append(page, "budget", new[] { budget.Lines is { } lines ? $"{lines:N0} lines" : null, budget.Tokens is { } tokens ? $"{tokens:N0} tokens" : null }.OfType<string>());
        return page.Append("\n## How to fix\n\nWrite what the rule requires, or agree on another rule with the team.\n").ToString();
    }

    private static void Append(StringBuilder page, string what, IEnumerable<string> values)
    {
        if (string.Join(", ", values) is { Length: > 0 } list)
            page.Append($"- {what}: {list}\n");
    }
}
