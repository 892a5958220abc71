using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A contract names no reviewer.</summary>
internal sealed partial class RLY4010NoReviewer : ContractRule
{
    private static readonly string[] FrontMatterKeys = ["reviewer", "review", "review_owner", "owner"];

    public override RuleInfo Info { get; } = new("RLY4010", "no-reviewer", Severity.Warning, "the contract names no reviewer")
    {
        Item = "P9",
        NoFix = "the reviewer is agreed, not derived",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var review = answers.About(SectionKind.Review);
        if (review.IsMissing && !FrontMatterKeys.Any(key => !string.IsNullOrWhiteSpace(packet.Handoff.FrontMatter?[key])) && !packet.Handoff.Statements.Any(statement => Named().IsMatch(statement.Opening)))
            ReportOfContract(context, packet, review, "the packet names no reviewer, so the executor would review their own work; name the reviewer, and where to stop: patch, reviewable artifact or verified finish");
    }

    [GeneratedRegex(@"\b(?:to[ ]be[ ]reviewed|review(?:s|ed)?|sign(?:ed)?[ ]?-?[ ]?off|approv(?:ed|al))[ ](?:by|from|goes[ ]to)[ ](?:@?\w)|\b(?:ask|needs)\b.{0,20}\b\w+[ ]to[ ]review\b|\breviewer[ ](?:is|=)[ ]", RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
