using CodeRelay.Packets;

namespace CodeRelay.Evidence;

/// <summary>Everything that the judged documents claim, and the vocabulary they use.</summary>
internal sealed class ClaimSet
{
    private readonly Dictionary<Block, Claim[]> _byBlock = [];

    private ClaimSet(Vocabulary vocabulary, IReadOnlyList<Claim> all)
    {
        Vocabulary = vocabulary;
        All = all;
        foreach (var group in all.GroupBy(claim => claim.Block))
            _byBlock[group.Key] = [.. group];
    }

    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<Claim> All { get; }

    public static ClaimSet Read(IEnumerable<Document> documents)
    {
        var vocabulary = new Vocabulary();
        var blocks = documents.Where(document => document.Kind != DocumentKind.Instruction).SelectMany(document => document.Blocks).Where(block => block.Kind is not (BlockKind.Comment or BlockKind.Html));
        return new ClaimSet(vocabulary, [.. blocks.SelectMany(block => Claim.Of(block, vocabulary))]);
    }

    /// <summary>The claims of a block, one unless it is a fence.</summary>
    public IReadOnlyList<Claim> Of(Block block) => _byBlock.TryGetValue(block, out var claims) ? claims : [];
}
