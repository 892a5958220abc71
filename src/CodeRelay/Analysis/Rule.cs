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

/// <summary>A rule about the settings of agents: whoever knows agents finds the faults, and the rule gives them an id, a page and a severity.</summary>
internal abstract class SetupRule : Rule
{
    internal sealed override void Check(RuleContext context)
    {
        foreach (var fault in context.Input.Setup.Value.Where(fault => fault.Rule == Info.Id))
            context.Report(new Finding(Info, fault.File, fault.RangeIn(context.Repository.ReadText(fault.File)), fault.Message) { Evidence = fault.Evidence });
    }
}
