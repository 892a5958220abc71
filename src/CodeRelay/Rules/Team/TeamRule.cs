using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Rules.Team;

/// <summary>A rule that a team defines in coderelay.yml.</summary>
/// <param name="setting">The entry in coderelay.yml.</param>
internal sealed class TeamRule(TeamRuleSetting setting) : DocumentRule
{
    public override RuleInfo Info { get; } = new(setting.Id, setting.Id.ToLowerInvariant(), setting.Severity, setting.Message)
    {
        NoFix = "a team's rule says what is wrong, not what to write instead",
    };

    /// <summary>The page of the rule as Markdown.</summary>
    public string Page => TeamRulePage.Write(setting);

    protected override bool AppliesTo(Document document)
    {
        var name = document.Path[(document.Path.LastIndexOf('/') + 1)..];
        if (setting.Files.Contains('/', StringComparison.Ordinal))
            return Glob.IsMatch(setting.Files.TrimStart('/'), document.Path);
        // Every handoff file name matches HANDOFF.md, as for budgets.
        return Glob.IsPattern(setting.Files)
            ? Glob.IsMatch(setting.Files, name)
            : name.Equals(setting.Files, StringComparison.OrdinalIgnoreCase) || DocumentKinds.Of(setting.Files) == DocumentKind.Handoff && document.Kind == DocumentKind.Handoff;
    }

    protected override void Check(Document document, RuleContext context)
    {
        var stretches = Stretches(document);
        CheckContent(document, stretches, context);
        foreach (var heading in setting.RequiredHeadings.Where(heading => !stretches.Any(stretch => stretch.Has(heading))))
            context.Report(this, document, Message($"heading \"{heading}\" is missing{Where}"));
        foreach (var stretch in stretches)
        {
            foreach (var pattern in setting.MustNotContain.Concat(setting.ForbiddenPhrases))
            {
                foreach (var (start, end) in pattern.Find(document.Text.Content, stretch.Start, stretch.End))
                    context.Report(this, document, start, end, Message($"\"{pattern.Written}\" is not allowed{Where}"));
            }

            CheckBudget(document, stretch, context);
        }
    }

    private string Where => setting.Section is { } section ? $" in section \"{section}\"" : "";

    private string Message(string what) => $"{setting.Message}: {what}";

    // When several sections match, the content may be in any of them.
    private void CheckContent(Document document, IReadOnlyList<TeamStretch> stretches, RuleContext context)
    {
        foreach (var pattern in setting.MustContain.Where(pattern => !stretches.Any(stretch => pattern.IsIn(document.Text.Content, stretch.Start, stretch.End))))
        {
            if (stretches.Count == 0)
                context.Report(this, document, Message($"section \"{setting.Section}\" with \"{pattern.Written}\" is missing"));
            else
                Report(document, stretches[0], $"\"{pattern.Written}\" is missing{Where}", context);
        }
    }

    private void CheckBudget(Document document, TeamStretch stretch, RuleContext context)
    {
        var text = document.Text.Content[stretch.Start..stretch.End];
        var lines = SourceText.From(text).LineCount;
        if (lines > setting.Budget?.Lines)
            Report(document, stretch, $"{lines:N0} lines{Where}, the budget is {setting.Budget.Lines:N0}", context);
        if (setting.Budget?.Tokens is { } most && TokenEstimate.Count(text) is var tokens && tokens > most)
            Report(document, stretch, $"about {tokens:N0} tokens{Where}, the budget is {most:N0}", context);
    }

    private void Report(Document document, TeamStretch stretch, string what, RuleContext context)
    {
        if (stretch.Section is { } section)
            context.Report(this, document, section, Message(what));
        else
            context.Report(this, document, Message(what));
    }

    private IReadOnlyList<TeamStretch> Stretches(Document document) =>
        setting.Section is { } section ? TeamStretch.Of(document, section) : [TeamStretch.Of(document)];
}
