using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Packets.Lanes;
using CodeRelay.Rules;

namespace CodeRelay.Agents.Takeover;

/// <summary>Decides whether a packet can be taken over: missing, wrong and outdated parts.</summary>
internal static class Gate
{
    // Redundancy never rejects a packet; redundant text is left out of the prompt.
    private static readonly string[] Rules = ["RLY1", "RLY3", "RLY4", "RLY5", "RLY6", "RLY7"];

    /// <param name="repository">The repository.</param>
    /// <param name="configuration">The settings of coderelay.yml; a disabled rule rejects nothing.</param>
    /// <param name="packet">The packet to hand over.</param>
    /// <param name="lane">The lane of the receiver, or null for the packet's own.</param>
    /// <param name="receiver">The receiver, or null for none in particular.</param>
    /// <param name="environment">The machine, whose PATH is searched for commands.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static GateVerdict Judge(Repository repository, Configuration configuration, Packet packet, Lane? lane, Receiver? receiver, UserEnvironment environment)
    {
        lane ??= LaneDeclaration.Of(packet.Handoff).Active;
        var profile = lane is null ? packet.Profile : Profile.Contract;
        var profiled = packet with { Profile = profile };
        var result = RuleCatalog.Check(new AnalysisInput(repository, configuration, [profiled], packet.Documents) { OnlyRules = Rules });
        var asked = ContractItem.AskedBy(lane, profile == Profile.Contract);
        var problems = result.Findings.Where(finding => finding.Severity >= Severity.Warning && IsInPrompt(finding, packet)).Select(finding => GateFindings.Translate(finding, packet))
            .OfType<GateProblem>().Concat(GateQuestions.Ask(profiled, repository, lane, receiver, environment));
        return new GateVerdict(profiled, lane, asked, [.. problems.Where(problem => problem.Items.Count == 0 || problem.Items.Any(asked.Contains)).OrderBy(Order)], result);
    }

    private static bool IsInPrompt(Finding finding, Packet packet) =>
        finding.File == packet.Handoff.Path || finding.Rule.Area == RuleArea.Safety && DocumentKinds.Of(finding.File) == DocumentKind.TakeoverPrompts;

    private static int Order(GateProblem problem) => problem.Items.Count == 0 ? int.MaxValue : int.Parse(problem.Items[0].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Maps findings to the nine items; a rule about one item names it.</summary>
internal static class GateFindings
{
    private static readonly string[] OfVagueSummary = ["RLY4001", "RLY4002", "RLY4005", "RLY4006", "RLY4009"];

    private static readonly Dictionary<string, (string[] Items, string? Failure)> ByRule = new(StringComparer.Ordinal)
    {
        ["RLY1001"] = (["P4"], null),
        ["RLY1002"] = (["P4"], null),
        ["RLY1003"] = (["P4"], null),
        ["RLY1004"] = (["P6"], null),
        ["RLY1005"] = (["P4"], null),
        ["RLY1007"] = (["P4"], null),
        ["RLY5002"] = (["P5"], FailureMode.MissingArtifacts),
        ["RLY5004"] = (["P5"], FailureMode.MissingArtifacts),
        ["RLY5005"] = (["P5"], FailureMode.MissingArtifacts),
        ["RLY5006"] = (["P8"], null),
        ["RLY6002"] = ([], FailureMode.AssumedPortability),
        ["RLY7002"] = (["P1"], null),
        ["RLY7005"] = ([], FailureMode.RoleConfusion),
        ["RLY7006"] = (["P9"], FailureMode.RoleConfusion),
        ["RLY7007"] = ([], FailureMode.NeedlessSwitch),
        ["RLY7008"] = ([], FailureMode.AssumedPortability),
    };

    /// <summary>The reason to reject, or null for a finding that is none.</summary>
    public static GateProblem? Translate(Finding finding, Packet packet)
    {
        GateProblem Problem(string[] items, string? failure) => new(items, failure, finding.Rule.Id, finding.Message, finding.File, finding.Range.Line);

        return finding.Rule.Id switch
        {
            "RLY4012" => Problem([ItemAt(finding, packet.Handoff) ?? "P6"], FailureMode.VagueSummary),
            // A commit belongs to the verified state or to the work, by its section.
            "RLY5003" => Problem([ItemAt(finding, packet.Handoff) is "P6" ? "P6" : "P4"], FailureMode.MissingArtifacts),
            var id when ByRule.TryGetValue(id, out var known) => Problem(known.Items, known.Failure),
            var id when finding.Rule.Item is { } item => Problem([item], item == "P5" ? FailureMode.MissingArtifacts : OfVagueSummary.Contains(id) ? FailureMode.VagueSummary : null),
            _ => finding.Rule.Area == RuleArea.Safety ? Problem([], null) : null,
        };
    }

    // A placeholder's finding is at its section, or at a line in it.
    private static string? ItemAt(Finding finding, Document handoff)
    {
        var line = finding.Range.Line;
        var kind = handoff.Statements.FirstOrDefault(statement => statement.Range.Line <= line && statement.Range.LastLine >= line && statement.Kinds.Count > 0)?.Kinds[0]
            ?? handoff.Sections.LastOrDefault(section => section.Line <= line)?.Kind ?? SectionKind.None;
        return ContractItem.Of(kind)?.Id;
    }
}
