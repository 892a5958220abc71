using CodeRelay.Analysis;
using CodeRelay.Evidence.Freshness;

namespace CodeRelay.Rules.Freshness;

/// <summary>Uncommitted changes after the packet's last change touch what it describes, or are many.</summary>
internal sealed class RLY1002WorkingTreeMovedOn : Rule
{
    private const int MostPaths = 5;

    public override RuleInfo Info { get; } = new("RLY1002", "working-tree-moved-on", Severity.Warning, "uncommitted changes are newer than the packet")
    {
        NoFix = "only the author of the changes can say how far they got",
        Needs = Facts.Head | Facts.WorkingTree | Facts.Files | Facts.PacketHistory,
    };

    internal override void Check(RuleContext context)
    {
        foreach (var packet in context.Packets)
        {
            var work = context.Evidence.Freshness.Since(packet.Handoff);
            if (!work.IsOutrunByChanges)
                continue;
            var changes = work.Changes.OrderByDescending(change => change.Relevance).ThenBy(change => change.Path, StringComparer.Ordinal).ToArray();
            var count = changes.Length == 1 ? "1 uncommitted change is" : $"{changes.Length:N0} uncommitted changes are";
            var named = changes.Count(change => change.Relevance >= Relevance.NamedText);
            var about = named == 0 ? "" : changes.Length == 1 ? " and affects what it describes" : $" and {named:N0} of them {(named == 1 ? "affects" : "affect")} what it describes";
            context.Report(this, packet.Handoff, $"{count} newer than the packet{about}: {string.Join(", ", changes.Take(3).Select(change => change.Path))}{(changes.Length > 3 ? " …" : "")}; say in the packet what {(changes.Length == 1 ? "it is" : "they are")} for", [.. changes.Take(MostPaths).Select(change => new EvidenceItem(EvidenceKind.Worktree, change.Path, "uncommitted"))]);
        }
    }
}
