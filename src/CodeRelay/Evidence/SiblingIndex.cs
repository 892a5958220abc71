using CodeRelay.Packets;

namespace CodeRelay.Evidence;

/// <summary>What the more specific files of a packet say: TASKS.md, DECISIONS.md, PROJECT_CONTEXT.md.</summary>
internal sealed class SiblingIndex
{
    private static readonly DocumentKind[] FromGeneralToSpecific = [DocumentKind.Handoff, DocumentKind.ProjectContext, DocumentKind.Tasks, DocumentKind.Decisions];

    private readonly Document[] _files;
    private readonly PassageIndex _index;

    /// <param name="document">A packet file.</param>
    /// <param name="packet">All files of its packet.</param>
    /// <param name="claims">What is judged.</param>
    public SiblingIndex(Document document, IEnumerable<Document> packet, ClaimSet claims)
    {
        _files = [.. packet.Where(file => file.Path != document.Path && Rank(file) > Rank(document))];
        var writer = new PassageWriter(claims.Vocabulary);
        for (var i = 0; i < _files.Length; i++)
            writer.AddText(i, _files[i].Text.Content);
        _index = new PassageIndex([writer], claims.All, claims.Vocabulary.Count);
    }

    public bool IsEmpty => _files.Length == 0;

    public Coverage Cover(Claim claim) => _index.Cover(claim);

    public Quote QuoteOf(Passage passage)
    {
        var file = _files[passage.Source];
        return new($"{file.Path}:{passage.Line}", file.Text.Line(passage.Line).Trim().ToString());
    }

    private static int Rank(Document document) => Array.IndexOf(FromGeneralToSpecific, document.Kind);
}
