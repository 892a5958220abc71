using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A contract does not state when the work is finished.</summary>
internal sealed partial class RLY4005NoAcceptanceGate : ContractRule
{
    public override RuleInfo Info { get; } = new("RLY4005", "no-acceptance-gate", Severity.Warning, "the contract does not say when the work is done")
    {
        Item = "P2",
        NoFix = "the gate is agreed, not derived",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var acceptance = answers.About(SectionKind.Acceptance);
        if (acceptance.IsMissing && !packet.Handoff.Statements.Any(statement => !statement.IsStruck && Gate().IsMatch(statement.Opening)))
            ReportOfContract(context, packet, acceptance, "the packet has no acceptance gate, so \"done\" is a matter of opinion; name what shows that the work is done: a command, a testable statement or a check list");
    }

    [GeneratedRegex(@"\b(?:done|complete|finished|closed|accepted|ready)[ ](?:when|once|if|only[ ]if)\b|\b(?:success|acceptance|exit|completion|closure)[ ](?:criteri|condition|gate)|\bdefinition[ ]of[ ]done\b|\b(?:must|has[ ]to|have[ ]to|should)[ ](?:all[ ])?(?:pass|be[ ]green|stay[ ]green)\b|\b(?:until|when|once)\b.{1,60}\b(?:pass(?:es)?|(?:is|are)[ ]green)\b
        |fertig,?[ ]wenn|abnahme|terminé[ ](?:quand|lorsque)|terminado[ ]cuando|concluído[ ]quando|готово,?[ ](?:когда|если)|критери\w+[ ](?:при[её]мки|готовности)|验收|完成标准|完了条件|受け入れ条件|완료[ ]조건|인수[ ]조건",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gate();
}
