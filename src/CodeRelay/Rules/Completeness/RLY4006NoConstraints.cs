using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Completeness;

/// <summary>A contract does not state what must not change.</summary>
internal sealed partial class RLY4006NoConstraints : ContractRule
{
    public override RuleInfo Info { get; } = new("RLY4006", "no-constraints", Severity.Warning, "the contract does not say what must not change")
    {
        Item = "P3",
        NoFix = "constraints are agreed, not derived",
    };

    private protected override void Check(Packet packet, PacketAnswers answers, RuleContext context)
    {
        var constraints = answers.About(SectionKind.Constraints);
        if (!constraints.IsMissing || packet.Find(DocumentKind.ProjectContext) is { } project && !PacketAnswers.Of(project).About(SectionKind.Constraints).IsMissing)
            return;
        if (!packet.Handoff.Statements.Any(IsProhibition))
            ReportOfContract(context, packet, constraints, "the packet names no constraints or non-goals, so any file may be changed; say what must not change, or write \"none\"");
    }

    private static bool IsProhibition(Statement statement) =>
        statement.Block.Kind != BlockKind.Fence && !statement.IsStruck && Prohibition().IsMatch(statement.Opening);

    [GeneratedRegex(@"\b(?:do[ ]not|don['’]t|never|must[ ](?:not|never|remain|stay)|may[ ]not|should[ ]not|shall[ ]not|no[ ]\w+(?:[ ]\w+)?[ ]may|out[ ]of[ ]scope|non-goals?|not[ ]allowed|forbidden|prohibited|without[ ](?:explicit[ ])?(?:authori[sz]ation|approval|permission|consent)|off[ ]limits)\b
        |\b(?:nicht[ ](?:anfassen|ändern|verändern|bearbeiten)|niemals|nie[ ]von|darf[ ]nicht|dürfen[ ]nicht|ne[ ](?:pas|jamais)|ne[ ]\w+[ ]pas|no[ ](?:tocar|cambiar|modificar)|nunca|não[ ](?:tocar|alterar|mudar)|non[ ](?:toccare|modificare|cambiare)|nie[ ](?:ruszać|zmieniać)|dokunma\w*|не[ ](?:трогать|менять|использовать|рефакторить|править|удалять|изменять)|нельзя|запрещ\w+)\b
        |不要|禁止|切勿|请勿|不得|不能改|しないこと|してはいけ|してはなら|触らない|変更しない|하지[ ]?(?:말|마)|금지|không[ ]được|đừng",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prohibition();
}
