using CodeRelay.Analysis;
using CodeRelay.Rules.Budget;
using CodeRelay.Rules.Completeness;
using CodeRelay.Rules.Consistency;
using CodeRelay.Rules.Freshness;
using CodeRelay.Rules.Redundancy;
using CodeRelay.Rules.References;
using CodeRelay.Rules.Safety;
using CodeRelay.Rules.Setup;
using CodeRelay.Rules.Team;

namespace CodeRelay.Rules;

/// <summary>All rules, ordered by id. A new rule is one file, its page next to it, and one line here.</summary>
public static class RuleCatalog
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new RLY1001StaleAgainstCommits(),
        new RLY1002WorkingTreeMovedOn(),
        new RLY1003BranchDrift(),
        new RLY1004NextStepAlreadyDone(),
        new RLY1005DateContradictsGit(),
        new RLY1006HistoryTooShallow(),
        new RLY1007ConfirmedAtLostCommit(),
        new RLY2001FileOverBudget(),
        new RLY2002EverySessionSetOverBudget(),
        new RLY2003InstructionChainOverLimit(),
        new RLY2004WallOfText(),
        new RLY2005MoreThanThreeNextSteps(),
        new RLY2006PacketOverHookLimit(),
        new RLY3001RepeatsGitLog(),
        new RLY3002CopiesFileTree(),
        new RLY3003RestatesManifests(),
        new RLY3004RepeatsDocs(),
        new RLY3005RepeatsPacketFile(),
        new RLY3006RestatesCode(),
        new RLY3007PastedOutput(),
        new RLY3008FinishedWorkLog(),
        new RLY4001NoGoal(),
        new RLY4002VagueGoal(),
        new RLY4003NoNextStep(),
        new RLY4004VagueNextStep(),
        new RLY4005NoAcceptanceGate(),
        new RLY4006NoConstraints(),
        new RLY4007NoFilesNamed(),
        new RLY4008NoBlockersAnswer(),
        new RLY4009NoValidationCommand(),
        new RLY4010NoReviewer(),
        new RLY4011RepoStateMissing(),
        new RLY4012TemplatePlaceholderLeft(),
        new RLY5001PathDoesNotExist(),
        new RLY5002LinePastEnd(),
        new RLY5003UnknownCommit(),
        new RLY5004DeadLink(),
        new RLY5005SymbolGone(),
        new RLY5006CommandNotDefined(),
        new RLY6001Secret(),
        new RLY6002MachinePath(),
        new RLY6003HiddenCharacter(),
        new RLY6004PromptInjection(),
        new RLY6005ConflictMarker(),
        new RLY7001DuplicateTaskId(),
        new RLY7002GoalNamesDoneTask(),
        new RLY7003MalformedTaskLine(),
        new RLY7004DecisionWithoutReason(),
        new RLY7005LaneOutputOfWrongKind(),
        new RLY7006ReviewerIsExecutor(),
        new RLY7007SwitchWithoutReason(),
        new RLY7008BoundToOneTool(),
        new RLY7009FinishedTaskAmongOpen(),
        new RLY7010DuplicateLine(),
        new RLY8001DeadHook(),
        new RLY8002HookRegisteredTwice(),
        new RLY8003SettingsDoNotParse(),
        new RLY8004RefusedSettingsKey(),
        new RLY8005AgentsFileHidden(),
        new RLY8006HookScriptMissing(),
        new RLY8007UnreasonedSuppression(),
        new RLY8008PacketAgainstPolicy(),
    ];

    /// <summary>All rules, including the team rules in coderelay.yml.</summary>
    public static IReadOnlyList<Rule> In(Configuration configuration) =>
        configuration.TeamRules.Count == 0 ? All : [.. All, .. configuration.TeamRules.Select(setting => new TeamRule(setting))];

    /// <summary>The rule with that id or name, ignoring case, or null.</summary>
    /// <param name="idOrName">As written by the user.</param>
    /// <param name="configuration">The configuration with the team rules; null for the built-in rules only.</param>
    public static Rule? Find(string idOrName, Configuration? configuration = null) =>
        (configuration is null ? All : In(configuration)).FirstOrDefault(rule => rule.Info.Answers(idOrName));

    /// <summary>Runs all rules that the configuration leaves enabled.</summary>
    /// <inheritdoc cref="Analyzer.Run"/>
    public static AnalysisResult Check(AnalysisInput input, Baseline? baseline = null) => Analyzer.Run(input, In(input.Configuration), baseline);

    /// <summary>The severity of rules in a file: from .editorconfig, else coderelay.yml, else the rule's default.</summary>
    /// <exception cref="ConfigurationException">The configuration names a rule that is not in the catalog.</exception>
    public static Func<RuleInfo, Severity> SeveritiesIn(CodeRelay.Git.Repository repository, Configuration configuration, string path)
    {
        var severities = new SeverityMap(repository, configuration, In(configuration));
        return rule => severities.Of(rule, path);
    }

    /// <summary>The rule's page as Markdown.</summary>
    public static string PageOf(Rule rule)
    {
        if (rule is TeamRule team)
            return team.Page;
        using var stream = typeof(RuleCatalog).Assembly.GetManifestResourceStream($"Rules/{rule.GetType().Name}.md")
            ?? throw new InvalidOperationException($"{rule.GetType().Name}.md is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
