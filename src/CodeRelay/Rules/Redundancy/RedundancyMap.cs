using CodeRelay.Analysis;
using CodeRelay.Documents;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Assigns each block to one rule. The rules that need the least evidence go first, so that a run reads no more than necessary.</summary>
internal sealed class RedundancyMap(RuleContext context)
{
    private static readonly Type[] Order =
    [
        typeof(RLY3002CopiesFileTree),
        typeof(RLY3007PastedOutput),
        typeof(RLY3005RepeatsPacketFile),
        typeof(RLY3008FinishedWorkLog),
        typeof(RLY3004RepeatsDocs),
        typeof(RLY3001RepeatsGitLog),
        typeof(RLY3003RestatesManifests),
        typeof(RLY3006RestatesCode),
    ];

    private readonly Dictionary<Type, IReadOnlyDictionary<Block, RedundantBlock>> _found = [];
    private readonly HashSet<Block> _taken = [];

    /// <summary>The blocks of a rule.</summary>
    public IReadOnlyDictionary<Block, RedundantBlock> Of(RedundancyRule rule)
    {
        foreach (var type in Order.TakeWhile(_ => !_found.ContainsKey(rule.GetType())).Where(type => !_found.ContainsKey(type)))
        {
            var next = RuleCatalog.All.OfType<RedundancyRule>().First(each => each.GetType() == type);
            var found = next.FindAll(context, _taken).Where(redundant => !_taken.Contains(redundant.Block) && !LeadIn.Is(redundant.Block)).DistinctBy(redundant => redundant.Block).ToDictionary(redundant => redundant.Block);
            _taken.UnionWith(found.Keys);
            foreach (var leadIn in found.Keys.Select(block => block.Document).Distinct().ToArray().SelectMany(document => LeadIn.Emptied(document, _taken)).ToArray())
            {
                found[leadIn] = new(leadIn, []);
                _taken.Add(leadIn);
            }

            _found[type] = found;
        }

        return _found[rule.GetType()];
    }
}
