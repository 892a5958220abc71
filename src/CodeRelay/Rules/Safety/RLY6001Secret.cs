using CodeRelay.Analysis;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Safety;

/// <summary>A credential stands in the text. The value is never repeated: not in the message, not as evidence, not in an excerpt.</summary>
public sealed class RLY6001Secret : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY6001", "secret", Severity.Error, "a credential stands in the text")
    {
        NoFix = "a secret that was written down has to be revoked; deleting the line is not enough, and history keeps it",
    };

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var match in SecretScanner.Scan(document.Text.Content))
        {
            context.Report(new Finding(Info, document.Path, document.Text.Range(match.Start, match.Start + match.Length), $"looks like {match.What}; revoke it, and say where it is kept instead")
            {
                IsSensitive = true,
            });
        }
    }
}
