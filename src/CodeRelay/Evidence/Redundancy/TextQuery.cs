using CodeRelay.Documents;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>All assertions of the checked documents, and their vocabulary.</summary>
internal sealed class TextQuery
{
    private readonly Dictionary<Block, Assertion[]> _byBlock = [];

    private TextQuery(Vocabulary vocabulary, IReadOnlyList<Assertion> all)
    {
        Vocabulary = vocabulary;
        All = all;
        foreach (var group in all.GroupBy(assertion => assertion.Block))
            _byBlock[group.Key] = [.. group];
    }

    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<Assertion> All { get; }

    public static TextQuery Read(IEnumerable<Document> documents)
    {
        var vocabulary = new Vocabulary();
        var blocks = documents.Where(document => document.Kind != DocumentKind.Instruction).SelectMany(document => document.Blocks).Where(block => block.Kind is not (BlockKind.Comment or BlockKind.Html));
        return new TextQuery(vocabulary, [.. blocks.SelectMany(block => Assertion.Of(block, vocabulary))]);
    }

    /// <summary>The assertions of a block; at most one unless it is a fence.</summary>
    public IReadOnlyList<Assertion> Of(Block block) => _byBlock.TryGetValue(block, out var assertions) ? assertions : [];
}
