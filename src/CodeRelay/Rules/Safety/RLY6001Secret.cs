using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Safety;

/// <summary>The text contains a credential. The value is never repeated, neither in the message nor as evidence nor in an excerpt.</summary>
internal sealed class RLY6001Secret : DocumentRule
{
    public override RuleInfo Info { get; } = new("RLY6001", "secret", Severity.Error, "the text contains a credential")
    {
        NoFix = "the secret has to be revoked; deleting the line is not enough, because history keeps it",
    };

    protected override void Check(Document document, RuleContext context)
    {
        foreach (var match in SecretScanner.Scan(document.Text.Content))
        {
            context.Report(new Finding(Info, document.Path, document.Text.Range(match.Start, match.Start + match.Length), $"this looks like {match.What}; revoke it, and write where it is kept instead of its value")
            {
                IsSensitive = true,
            });
        }
    }
}
