using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Redundancy;

/// <summary>What the redundancy rules ask of each block, read once per run: what protects it, and what report it belongs to.</summary>
internal sealed class PacketReading
{
    private readonly Dictionary<Section, bool> _protects = [];
    private readonly Dictionary<Section, bool> _isReport = [];
    private readonly Dictionary<Block, bool> _mustStay = [];
    private readonly Dictionary<Block, Block> _leadIns = [];
    private readonly HashSet<Section> _titles = [];
    private readonly ClosedTasks _closed;

    private PacketReading(IReadOnlyList<Document> documents)
    {
        _closed = new ClosedTasks(documents);
        foreach (var document in documents)
        {
            if (document.Sections is [_, { Level: 1 } title, ..])
                _titles.Add(title);
            foreach (var (leadIn, announced) in LeadIn.All(document))
            {
                foreach (var block in announced)
                    _leadIns[block] = leadIn;
            }
        }
    }

    public static PacketReading Of(RuleContext context) => context.Evidence.Share(() => new PacketReading(context.Documents));

    /// <summary>Goals, next steps, blockers, gates, decisions and the like, at any level above: needed whatever else says the same.</summary>
    public bool Protects(Block block) =>
        SectionPriors.Protects(block.SectionKind) || Sections(block).Any(Protects)
        || _leadIns.TryGetValue(block, out var leadIn) && (SectionPriors.Protects(leadIn.SectionKind) || ProtectedWording.MustStay(leadIn));

    /// <summary>
    /// True for a row of a table of decisions ("Queue | NATS"): it says what was decided and not why, so a document that says the same has it all.
    /// </summary>
    public bool IsBareDecision(Block block) =>
        block.Kind == BlockKind.TableRow && block.Section.OwnKind == SectionKind.Decisions && block.SectionKind == SectionKind.Decisions && !Sections(block).Skip(1).Any(Protects);

    /// <summary>The words of the statement say that it is needed.</summary>
    public bool MustStay(Block block) => _mustStay.TryGetValue(block, out var known) ? known : _mustStay[block] = ProtectedWording.MustStay(block);

    /// <summary>True for what stands under the document's title only, or under no heading: there a packet says what it is about.</summary>
    public bool IsPreamble(Block block) => block.Section.Level == 0 || _titles.Contains(block.Section);

    /// <summary>The outermost section of finished work around a block, or null when there is none.</summary>
    public Section? Report(Block block)
    {
        Section? root = null;
        foreach (var section in Sections(block))
        {
            if (_closed.Describes(section))
                return section;
            if (IsReport(section))
                root = section;
            else if (Protects(section) || root is null && FinishedWork.IsVerdict(section))
                return null;
        }

        return root;
    }

    /// <summary>A task that is ticked, an item of which most is struck out, or one marked as done, or what stands below a ticked one, where nothing protects it.</summary>
    public bool IsTicked(Block block) => FinishedWork.IsTicked(block) || (FinishedWork.IsMarked(block) || _closed.IsBody(block)) && !Protects(block);

    private bool IsReport(Section section) => _isReport.TryGetValue(section, out var known) ? known : _isReport[section] = FinishedWork.IsReport(section);

    private bool Protects(Section section) => _protects.TryGetValue(section, out var known) ? known : _protects[section] = SectionPriors.Protects(section);

    // The innermost first, without the title: it names the packet and says nothing of its parts.
    private IEnumerable<Section> Sections(Block block)
    {
        for (var section = block.Section; section is not null; section = section.Parent)
        {
            if (!_titles.Contains(section))
                yield return section;
        }
    }
}
