using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A packet names neither blockers nor their absence.</summary>
internal sealed partial class RLY4008NoBlockersAnswer : CompletenessRule
{
    public override RuleInfo Info { get; } = new("RLY4008", "no-blockers-answer", Severity.Warning, "the packet does not say whether anything blocks the work")
    {
        Item = "P7",
        NoFix = "only someone who works on it knows what blocks it",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var blockers = answers.About(SectionKind.Blockers);
        if (blockers.IsMissing && !packet.Handoff.Statements.Any(statement => !statement.IsStruck && Obstacle().IsMatch(statement.Opening)))
            Report(context, packet, blockers, "the packet does not mention blockers, so the next session cannot tell \"none\" from \"forgotten\"; say what blocks the work, or write \"none\"");
    }

    [GeneratedRegex(@"❌|⚠|🚧|⛔|\b(?:blocked[ ](?:by|on|until)|blocks?[ ]on|waiting[ ](?:for|on)|known[ ](?:issue|bug|problem|limitation)|pre-existing\b.{0,40}\b(?:issue|failure|bug)|no[ ](?:known[ ])?blockers?|still[ ]fails?|flaky)\b
        |\b(?:blockiert|wartet[ ]auf|bloqué[es]*[ ]par|bloquead[oa][ ]por|заблокирован\w*|блокирует\w*|жд[её]т)\b|阻塞|被卡|待确认|已知问题|ブロック(?:中|され)|既知の問題|막혀|차단",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Obstacle();
}
