namespace CodeRelay.Analysis;

/// <summary>A check with an id. Stateless: one instance serves every run.</summary>
public abstract class Rule
{
    public abstract RuleInfo Info { get; }

    /// <summary>Looks at the whole packet and reports what is wrong.</summary>
    internal abstract void Check(RuleContext context);
}

/// <summary>A rule that looks at one document at a time.</summary>
internal abstract class DocumentRule : Rule
{
    internal sealed override void Check(RuleContext context)
    {
        foreach (var document in context.Documents.Where(AppliesTo))
            Check(document, context);
    }

    /// <summary>Which of the judged documents the rule is for; all unless overridden.</summary>
    protected virtual bool AppliesTo(CodeRelay.Documents.Document document) => true;

    protected abstract void Check(CodeRelay.Documents.Document document, RuleContext context);
}
