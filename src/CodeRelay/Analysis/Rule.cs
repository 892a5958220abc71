namespace CodeRelay.Analysis;

/// <summary>A check with an id. Stateless: one instance serves every run.</summary>
public abstract class Rule
{
    public abstract RuleInfo Info { get; }

    /// <summary>Checks all documents and reports findings.</summary>
    internal abstract void Check(RuleContext context);
}

/// <summary>A rule that checks one document at a time.</summary>
internal abstract class DocumentRule : Rule
{
    internal sealed override void Check(RuleContext context)
    {
        foreach (var document in context.Documents.Where(AppliesTo))
            Check(document, context);
    }

    /// <summary>Whether the rule checks a document; true unless overridden.</summary>
    protected virtual bool AppliesTo(CodeRelay.Documents.Document document) => true;

    protected abstract void Check(CodeRelay.Documents.Document document, RuleContext context);
}
