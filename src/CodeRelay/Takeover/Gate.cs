using CodeRelay.Analysis;
using CodeRelay.Lanes;
using CodeRelay.Packets;
using CodeRelay.Rules;
using CodeRelay.Workspace;

namespace CodeRelay.Takeover;

/// <summary>Judges whether a packet can be taken over: what is missing, what is wrong, what no longer holds.</summary>
public static class Gate
{
    // Redundancy refuses nothing; what it finds is left out of the prompt.
    private static readonly string[] Rules = ["RLY1", "RLY3", "RLY4", "RLY5", "RLY6", "RLY7"];

    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says; a rule that it switches off refuses nothing.</param>
    /// <param name="packet">What is handed over.</param>
    /// <param name="lane">The lane that takes over, or null for the packet's own.</param>
    /// <param name="receiver">Who takes over, or null when nobody in particular does.</param>
    /// <param name="environment">The machine, whose PATH has the commands.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static GateVerdict Judge(Repository repository, Configuration configuration, Packet packet, Lane? lane, Receiver? receiver, UserEnvironment environment)
    {
        lane ??= LaneClaims.Of(packet.Handoff).Active;
        var profile = lane is null ? packet.Profile : Profile.Contract;
        var judged = packet with { Profile = profile };
        var result = RuleCatalog.Check(new AnalysisInput(repository, configuration, [judged], packet.Documents) { OnlyRules = Rules });
        var asked = ContractItem.AskedBy(lane, profile == Profile.Contract);
        var problems = result.Findings.Where(finding => finding.Severity >= Severity.Warning && IsInPrompt(finding, packet)).Select(finding => GateFindings.Translate(finding, packet))
            .OfType<GateProblem>().Concat(GateQuestions.Ask(judged, repository, lane, receiver, environment));
        return new GateVerdict(judged, lane, asked, [.. problems.Where(problem => problem.Items.Count == 0 || problem.Items.Any(asked.Contains)).OrderBy(Order)], result);
    }

    private static bool IsInPrompt(Finding finding, Packet packet) =>
        finding.File == packet.Handoff.Path || finding.Rule.Area == RuleArea.Safety && DocumentKinds.Of(finding.File) == DocumentKind.TakeoverPrompts;

    private static int Order(GateProblem problem) => problem.Items.Count == 0 ? int.MaxValue : int.Parse(problem.Items[0].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
