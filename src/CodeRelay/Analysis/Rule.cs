namespace CodeRelay.Analysis;

/// <summary>A check with an id. Stateless: one instance serves every run.</summary>
public abstract class Rule
{
    public abstract RuleInfo Info { get; }

    /// <summary>Looks at the whole packet and reports what is wrong.</summary>
    public abstract void Check(RuleContext context);
}

/// <summary>A rule that looks at one document at a time.</summary>
public abstract class DocumentRule : Rule
{
    public sealed override void Check(RuleContext context)
    {
        foreach (var document in context.Documents.Where(AppliesTo))
            Check(document, context);
    }

    /// <summary>Which of the judged documents the rule is for; all unless overridden.</summary>
    protected virtual bool AppliesTo(CodeRelay.Documents.Document document) => true;

    protected abstract void Check(CodeRelay.Documents.Document document, RuleContext context);
}

/// <summary>A rule about the settings of agents: whoever knows agents finds the faults, and the rule gives them an id, a page and a severity.</summary>
public abstract class SetupRule : Rule
{
    public sealed override void Check(RuleContext context)
    {
        foreach (var fault in context.Input.Setup.Value.Where(fault => fault.Rule == Info.Id))
            context.Report(new Finding(Info, fault.File, fault.RangeIn(context.Repository.ReadText(fault.File)), fault.Message) { Evidence = fault.Evidence });
    }
}
