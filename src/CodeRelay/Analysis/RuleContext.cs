using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets;

namespace CodeRelay.Analysis;

/// <summary>The input of a rule, and the sink for its findings.</summary>
internal sealed class RuleContext
{
    private readonly List<Finding> _findings;
    private readonly FindingLimit _limit;

    internal RuleContext(AnalysisInput input, Evidence.EvidenceStore evidence, List<Finding> findings, FindingLimit limit)
    {
        _limit = limit;
        Input = input;
        Evidence = evidence;
        _findings = findings;
    }

    public Repository Repository => Input.Repository;

    public Configuration Configuration => Input.Configuration;

    public IReadOnlyList<Packet> Packets => Input.Packets;

    /// <summary>The checked documents: packet files, instruction files, and files named on the command line.</summary>
    public IReadOnlyList<Document> Documents => Input.Documents;

    /// <summary>The current time of the run, so that a test can set it.</summary>
    public DateTimeOffset Now => Input.Now;

    /// <summary>Indexes of the repository's content.</summary>
    public Evidence.EvidenceStore Evidence { get; }

    /// <summary>What runtimes take at most, by their names.</summary>
    public IReadOnlyDictionary<string, RuntimeLimits> RuntimeLimits => Input.RuntimeLimits;

    internal AnalysisInput Input { get; }

    public void Report(Finding finding)
    {
        _findings.Add(finding);
        _limit.Count(finding, Documents);
    }

    /// <summary>The mentions of a document in order, until the rule has reported as many findings there as a run lists.</summary>
    public IEnumerable<Mention> MentionsOf(Document document, Rule rule) => _limit.UntilEnough(rule.Info, document, document.Mentions);

    /// <summary>Reports a range of a document, by UTF-16 offsets.</summary>
    public void Report(Rule rule, Document document, int start, int end, string message, IReadOnlyList<EvidenceItem>? evidence = null, Fix? fix = null) =>
        Report(new Finding(rule.Info, document.Path, document.Text.Range(start, end), message) { Evidence = evidence ?? [], Fix = fix });

    /// <summary>Reports a block without the white space around it.</summary>
    public void Report(Rule rule, Block block, string message, IReadOnlyList<EvidenceItem>? evidence = null, Fix? fix = null) =>
        Report(rule, block.Document, block.Start, block.End, message, evidence, fix);

    /// <summary>Reports a file as a whole, at its first line.</summary>
    public void Report(Rule rule, Document document, string message, IReadOnlyList<EvidenceItem>? evidence = null, Fix? fix = null) =>
        Report(new Finding(rule.Info, document.Path, document.Text.LineRange(1, 1), message) { Evidence = evidence ?? [], Fix = fix });

    /// <summary>Reports a section at its heading.</summary>
    public void Report(Rule rule, Document document, Section section, string message, IReadOnlyList<EvidenceItem>? evidence = null, Fix? fix = null)
    {
        var line = Math.Max(1, section.Line);
        Report(new Finding(rule.Info, document.Path, document.Text.LineRange(line, line), message) { Evidence = evidence ?? [], Fix = fix });
    }
}
