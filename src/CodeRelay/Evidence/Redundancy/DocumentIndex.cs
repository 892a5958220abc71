using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>What files say that are not judged: documents, or the source files that the judged documents name.</summary>
internal sealed class DocumentIndex
{
    private const int LongestQuote = 160;

    private readonly Repository _repository;
    private readonly IReadOnlyList<string> _paths;
    private readonly PassageIndex _index;

    /// <param name="repository">Where.</param>
    /// <param name="paths">The files, those that are quoted first first.</param>
    /// <param name="claims">What is looked up.</param>
    public DocumentIndex(Repository repository, IReadOnlyList<string> paths, TextQuery claims)
    {
        _repository = repository;
        _paths = paths;
        _index = new PassageIndex(EvidenceDocuments.Read(repository, _paths, claims.Vocabulary), claims.All, claims.Vocabulary.Count);
    }

    /// <summary>README, docs, instruction files, state files beside the packet.</summary>
    public static DocumentIndex OfDocuments(Repository repository, IEnumerable<Document> judged, TextQuery claims) =>
        new(repository, EvidenceDocuments.Select(repository, judged.Where(document => document.Kind != DocumentKind.Instruction).Select(document => document.Path).ToHashSet(StringComparer.Ordinal)), claims);

    public Containment Cover(Assertion claim) => _index.Cover(claim);

    /// <summary>"README.md:12" and the line that stands there.</summary>
    public Quote QuoteOf(Passage passage)
    {
        var path = _paths[passage.Source];
        var line = _repository.ReadText(path) is { } text ? text.Line(passage.Line).Trim() : [];
        return new($"{path}:{passage.Line}", line.Length > LongestQuote ? $"{line[..LongestQuote]}…" : line.ToString());
    }
}
