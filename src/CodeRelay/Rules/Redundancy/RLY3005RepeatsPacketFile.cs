using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Packets;

namespace CodeRelay.Rules.Redundancy;

/// <summary>HANDOFF.md repeats another file of the packet; the more specific file keeps the text.</summary>
internal sealed class RLY3005RepeatsPacketFile : RedundancyRule
{
    private const float SaidShare = 0.8f;
    private const int RareTerms = 4;

    public override RuleInfo Info { get; } = new("RLY3005", "repeats-packet-file", Severity.Warning, "the text repeats a more specific file of the packet")
    {
        Fix = FixSafety.Unsafe,
    };

    protected override bool AppliesTo(Document document) => document.Kind is DocumentKind.Handoff or DocumentKind.ProjectContext;

    private protected override IEnumerable<RedundantBlock> Find(Document document, RuleContext context, IReadOnlySet<Block> taken)
    {
        var packet = context.Packets.FirstOrDefault(packet => packet.Documents.Any(file => file.Path == document.Path));
        if (packet is null || new SiblingIndex(document, packet.Documents, context.Evidence.Query) is not { IsEmpty: false } siblings)
            yield break;
        // Templates ask the same question in two files; an unfilled answer in both is not a repetition.
        var unfilled = document.Statements.Where(Placeholders.IsUnfilled).Select(statement => statement.Block).ToHashSet();
        foreach (var block in document.Blocks.Where(block => !block.IsHeader && !taken.Contains(block) && !IsWork(block) && !unfilled.Contains(block)))
        {
            if (context.Evidence.Query.Of(block) is [var assertion] && siblings.Cover(assertion) is { Share: >= SaidShare, RareCount: >= RareTerms } containment)
                yield return new(block, [Item(siblings.QuoteOf(containment.Passages[0]))]);
        }
    }

    private protected override string Message(Document document, IReadOnlyList<RedundantBlock> run, IReadOnlyList<EvidenceItem> evidence) => $"the text repeats {Names(evidence)}; delete it here and keep it in the more specific file";

    // The goal and the next steps name tasks on purpose: TASKS.md does not show which of them is current.
    private static bool IsWork(Block block) => block.SectionKind is SectionKind.Goal or SectionKind.Next or SectionKind.InProgress or SectionKind.Acceptance || block.CheckBox is not (CheckBox.None or CheckBox.Done);
}

/// <summary>An index of the packet's more specific files: TASKS.md, DECISIONS.md, PROJECT_CONTEXT.md.</summary>
internal sealed class SiblingIndex
{
    private static readonly DocumentKind[] FromGeneralToSpecific = [DocumentKind.Handoff, DocumentKind.ProjectContext, DocumentKind.Tasks, DocumentKind.Decisions];

    private readonly Document[] _files;
    private readonly PassageIndex _index;

    /// <param name="document">A packet file.</param>
    /// <param name="packet">All files of its packet.</param>
    /// <param name="query">The assertions to look up.</param>
    public SiblingIndex(Document document, IEnumerable<Document> packet, TextQuery query)
    {
        _files = [.. packet.Where(file => file.Path != document.Path && Rank(file) > Rank(document))];
        var writer = new PassageWriter(query.Vocabulary);
        for (var i = 0; i < _files.Length; i++)
            writer.AddText(i, _files[i].Text.Content);
        _index = new PassageIndex([writer], query.All, query.Vocabulary.Count);
    }

    public bool IsEmpty => _files.Length == 0;

    public Containment Cover(Assertion assertion) => _index.Cover(assertion);

    public Quote QuoteOf(Passage passage)
    {
        var file = _files[passage.Source];
        return new($"{file.Path}:{passage.Line}", file.Text.Line(passage.Line).Trim().ToString());
    }

    private static int Rank(Document document) => Array.IndexOf(FromGeneralToSpecific, document.Kind);
}
