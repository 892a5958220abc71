using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Takeover;

/// <summary>What findings mean for the nine items; a rule about one item says so itself.</summary>
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

    /// <summary>The reason to refuse, or null for a finding that is none.</summary>
    public static GateProblem? Translate(Finding finding, Packet packet)
    {
        GateProblem Problem(string[] items, string? failure) => new(items, failure, finding.Rule.Id, finding.Message, finding.File, finding.Range.Line);

        return finding.Rule.Id switch
        {
            "RLY4012" => Problem([ItemAt(finding, packet.Handoff) ?? "P6"], FailureMode.VagueSummary),
            // A commit is named where the state is told, or where the work is.
            "RLY5003" => Problem([ItemAt(finding, packet.Handoff) is "P6" ? "P6" : "P4"], FailureMode.MissingArtifacts),
            var id when ByRule.TryGetValue(id, out var known) => Problem(known.Items, known.Failure),
            var id when finding.Rule.Item is { } item => Problem([item], item == "P5" ? FailureMode.MissingArtifacts : OfVagueSummary.Contains(id) ? FailureMode.VagueSummary : null),
            _ => finding.Rule.Area == RuleArea.Safety ? Problem([], null) : null,
        };
    }

    // A placeholder's finding stands at its section, or at a line in it.
    private static string? ItemAt(Finding finding, Document handoff)
    {
        var line = finding.Range.Line;
        var kind = handoff.Statements.FirstOrDefault(statement => statement.Range.Line <= line && statement.Range.LastLine >= line && statement.Kinds.Count > 0)?.Kinds[0]
            ?? handoff.Sections.LastOrDefault(section => section.Line <= line)?.Kind ?? SectionKind.None;
        return ContractItem.Of(kind)?.Id;
    }
}
