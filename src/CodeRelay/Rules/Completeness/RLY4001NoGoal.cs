using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A packet states no goal.</summary>
internal sealed class RLY4001NoGoal : CompletenessRule
{
    private static readonly string[] FrontMatterKeys = ["goal", "task", "objective"];

    public override RuleInfo Info { get; } = new("RLY4001", "no-goal", Severity.Warning, "the packet states no goal")
    {
        Item = "P1",
        NoFix = "only someone who works on it knows the goal",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var goal = answers.About(SectionKind.Goal);
        if (goal.IsMissing && !FrontMatterKeys.Any(key => !string.IsNullOrWhiteSpace(packet.Handoff.FrontMatter?[key])) && !TitleIsGoal(packet.Handoff, answers, context))
            Report(context, packet, goal, "the packet states no goal, so the next session must guess it; say exactly what must be finished");
    }

    // "Handoff: retry of failed uploads" above open steps names the work; a title with only the project's name does not.
    private static bool TitleIsGoal(Document handoff, PacketAnswers answers, RuleContext context) =>
        handoff.Sections.FirstOrDefault(section => section.Level == 1) is { OwnKinds.Count: 0 } title
        && answers.About(SectionKind.Next).Open.Any()
        && Specificity.SpecificWords(title.Title, ProjectName(context.Repository.Root)) >= Specificity.EnoughWords;

    private static HashSet<string> ProjectName(string root) =>
        [.. Path.GetFileName(root).ToLowerInvariant().Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries), Path.GetFileName(root).ToLowerInvariant()];
}
