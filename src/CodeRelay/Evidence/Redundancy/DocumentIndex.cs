using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>An index of files that are not checked: documents, or source files that the checked documents name.</summary>
internal sealed class DocumentIndex
{
    private const int LongestQuote = 160;

    private readonly Repository _repository;
    private readonly IReadOnlyList<string> _paths;
    private readonly PassageIndex _index;

    /// <param name="repository">The repository that contains the files.</param>
    /// <param name="paths">The files, in the order in which they are preferred as quotes.</param>
    /// <param name="query">The assertions to look up.</param>
    public DocumentIndex(Repository repository, IReadOnlyList<string> paths, TextQuery query)
    {
        _repository = repository;
        _paths = paths;
        _index = new PassageIndex(EvidenceDocuments.Read(repository, _paths, query.Vocabulary), query.All, query.Vocabulary.Count);
    }

    /// <summary>An index of README, docs, instruction files, and state files next to the packet.</summary>
    public static DocumentIndex OfDocuments(Repository repository, IEnumerable<Document> documents, TextQuery query) =>
        new(repository, EvidenceDocuments.Select(repository, documents.Where(document => document.Kind != DocumentKind.Instruction).Select(document => document.Path).ToHashSet(StringComparer.Ordinal)), query);

    public Containment Cover(Assertion assertion) => _index.Cover(assertion);

    /// <summary>The place of a passage ("README.md:12") and the text of that line.</summary>
    public Quote QuoteOf(Passage passage)
    {
        var path = _paths[passage.Source];
        var line = _repository.ReadText(path) is { } text ? text.Line(passage.Line).Trim() : [];
        return new($"{path}:{passage.Line}", line.Length > LongestQuote ? $"{line[..LongestQuote]}…" : line.ToString());
    }
}
