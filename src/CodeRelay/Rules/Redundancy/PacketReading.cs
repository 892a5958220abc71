using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Redundancy;

/// <summary>The facts about each block that the redundancy rules share, read once per run: whether it is protected, and which report it belongs to.</summary>
internal sealed class PacketReading
{
    private readonly Dictionary<Section, bool> _protects = [];
    private readonly Dictionary<Section, bool> _isReport = [];
    private readonly Dictionary<Block, bool> _hasProtectedWording = [];
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

    /// <summary>True in goals, next steps, blockers, gates, decisions and similar sections at any level: needed even if repeated elsewhere.</summary>
    public bool Protects(Block block) =>
        SectionPriors.Protects(block.SectionKind) || Sections(block).Any(Protects)
        || _leadIns.TryGetValue(block, out var leadIn) && (SectionPriors.Protects(leadIn.SectionKind) || ProtectedWording.IsProtected(leadIn));

    /// <summary>
    /// True for a row of a table of decisions without a reason ("Queue | NATS"), which is redundant when another document contains it.
    /// </summary>
    public bool IsBareDecision(Block block) =>
        block.Kind == BlockKind.TableRow && block.Section.OwnKind == SectionKind.Decisions && block.SectionKind == SectionKind.Decisions && !Sections(block).Skip(1).Any(Protects);

    /// <summary>True when the wording of the statement marks it as needed.</summary>
    public bool HasProtectedWording(Block block) => _hasProtectedWording.TryGetValue(block, out var known) ? known : _hasProtectedWording[block] = ProtectedWording.IsProtected(block);

    /// <summary>True for a block directly under the document's title or before any heading, where a packet describes its topic.</summary>
    public bool IsPreamble(Block block) => block.Section.Level == 0 || _titles.Contains(block.Section);

    /// <summary>The outermost section of finished work around a block, or null.</summary>
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

    /// <summary>True for a ticked, mostly struck-out or check-marked item, or one nested in a ticked task, unless it is protected.</summary>
    public bool IsTicked(Block block) => FinishedWork.IsTicked(block) || (FinishedWork.IsMarked(block) || _closed.IsBody(block)) && !Protects(block);

    private bool IsReport(Section section) => _isReport.TryGetValue(section, out var known) ? known : _isReport[section] = FinishedWork.IsReport(section);

    private bool Protects(Section section) => _protects.TryGetValue(section, out var known) ? known : _protects[section] = SectionPriors.Protects(section);

    // The innermost first, without the document's title, which does not describe its parts.
    private IEnumerable<Section> Sections(Block block)
    {
        for (var section = block.Section; section is not null; section = section.Parent)
        {
            if (!_titles.Contains(section))
                yield return section;
        }
    }
}
