using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A packet does not describe the state of the work.</summary>
internal sealed partial class RLY4011RepoStateMissing : CompletenessRule
{
    public override RuleInfo Info { get; } = new("RLY4011", "repo-state-missing", Severity.Warning, "the packet does not describe the state of the work")
    {
        Item = "P4",
        NoFix = "the working tree does not show what was left half done on purpose",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var state = answers.About(SectionKind.State);
        if (NamesRepository(packet.Handoff))
            return;
        if (packet.Profile == Profile.Relay && SaysNothing(answers))
            Report(context, packet, answers.About(SectionKind.InProgress), "the packet does not say what is in progress, so a half-done change looks finished; say what was begun and not finished, or write \"nothing\"");
        else if ((packet.Profile == Profile.Contract || packet.TellsAllItems) && state.State != AnswerState.Unfilled)
            ReportOfContract(context, packet, state, "the packet gives no repository state, so the next session cannot tell a clean start from a half-done change; give the branch, the commit and whether anything is uncommitted");
    }

    private static bool SaysNothing(PacketAnswers answers) =>
        answers.About(SectionKind.InProgress).IsMissing && answers.About(SectionKind.State).IsMissing && !SaysDoneAndOpen(answers);

    // A list of finished and a list of open work together describe the state.
    private static bool SaysDoneAndOpen(PacketAnswers answers) => !answers.About(SectionKind.Done).IsMissing && !answers.About(SectionKind.Next).IsMissing;

    private static bool NamesRepository(Document handoff) =>
        handoff.FrontMatter is { } front && (front["branch"] ?? front["head"] ?? front["commit"]) is not null
        || handoff.Sections.Any(section => RepositoryHeading().IsMatch(section.Title) && section.Blocks.Any(block => block.Text.Length > 0))
        || handoff.Statements.Any(statement => statement.Block.Kind != BlockKind.Fence && Fact().IsMatch(Plain(statement)));

    private static string Plain(Statement statement) => statement.SourceOpening.ToString().Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:git|repo(?:sitory)?|workspace|working[ ]tree|remote|branch)[ ](?:state|status)\b|\buncommitted\b|^\W*(?:branch(?:es)?|git|working[ ]tree)\W*$|代码状态|ブランチ|브랜치|Arbeitsbaum", RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RepositoryHeading();

    [GeneratedRegex(@"^\W*(?:(?:current[ ]|active[ ]|git[ ]|last[ ]|latest[ ])?(?:branch|head|commit)|ветка|коммит|分支|ブランチ|브랜치|zweig|branche|rama)\s*[:：|—–-]\s*\S|\b[\w./-]{1,100}(?:@|[ ]at[ ])[0-9a-f]{7,40}\b
        |\b(?:uncommitted[ ](?:change|work|edit|file)|no[ ]uncommitted|working[ ](?:tree|copy|directory)\b.{0,20}\b(?:clean|dirty)|clean[ ]working[ ]tree|(?:committed|merged)[ ](?:and|\+|&)[ ]pushed|(?:all|everything)\b.{0,30}\bcommitted|not[ ](?:yet[ ])?(?:committed|pushed)|unpushed|pushed[ ]to|up[ ]to[ ]date[ ]with[ ]origin|equals?[ ]origin/)
        |未提交|已推送|未コミット|コミット済|push[ ]?済|미커밋|커밋(?:되지|[ ]미)|Arbeitsbaum[ ](?:sauber|ist)|nicht[ ](?:committet|gepusht)|не[ ]закоммичен|незакоммичен|запушен",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Fact();
}
