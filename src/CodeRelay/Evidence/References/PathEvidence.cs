using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Evidence.References;

/// <summary>Resolves the paths in the checked documents, and finds the fate of those that do not exist.</summary>
internal sealed class PathEvidence
{
    private const int BatchOfIgnored = 4096;

    private readonly Repository _repository;
    private readonly IReadOnlyList<Document> _documents;
    private readonly PathResolver _resolver;
    private readonly Dictionary<(string From, string Path, bool IsGlob), PathResolution> _resolved = [];
    private readonly Dictionary<Document, FolderLabels> _labels = [];
    private readonly Lazy<RefNames> _refs;
    private readonly Lazy<IEnumerator<string[]>> _notYetAsked;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);
    private readonly Deletions _deletions;

    internal PathEvidence(Repository repository, IReadOnlyList<Document> documents)
    {
        _repository = repository;
        _documents = documents;
        _resolver = new PathResolver(repository);
        _deletions = new Deletions(repository);
        _refs = new(() => RefNames.Read(repository));
        _notYetAsked = new(() => Missing().Chunk(BatchOfIgnored).GetEnumerator());
    }

    /// <summary>True when a mention may be a path.</summary>
    public static bool IsPath(Mention mention) => mention.Kind is MentionKind.Path or MentionKind.Candidate;

    /// <summary>Resolves a path mention. A missing or ambiguous name is looked up in the folder written above it.</summary>
    public PathResolution Resolve(Mention mention)
    {
        var resolution = Resolve(mention.Target, mention.Block.Document.Directory, mention.IsGlob);
        if (resolution.Match is not (PathMatch.Missing or PathMatch.Several) || mention.IsGlob)
            return resolution;
        // "Update src/App.cs" in one code span.
        if (mention.Target.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && Resolve(mention.Target[(space + 1)..], mention.Block.Document.Directory, isGlob: false) is { IsMissing: false } rest)
            return rest;
        foreach (var folder in Labels(mention.Block.Document).Above(mention.Block))
        {
            var below = Resolve(folder + "/" + mention.Target, mention.Block.Document.Directory, isGlob: false);
            if (below.Match is PathMatch.File or PathMatch.Directory or PathMatch.Untracked)
                return below;
        }

        return resolution;
    }

    /// <summary>Resolves a path as written in a directory.</summary>
    /// <param name="path">With '/' separators, not a pattern.</param>
    /// <param name="from">The directory, relative to the root; "" for the root.</param>
    public PathResolution Resolve(string path, string from) => Resolve(path, from, isGlob: false);

    /// <summary>Resolves a link target relative to its document.</summary>
    /// <param name="document">The document that contains the link.</param>
    /// <param name="path">Decoded, without anchor.</param>
    public PathResolution ResolveLink(Document document, string path) => _resolver.ResolveLink(path, document.Directory);

    /// <summary>True when a name is a branch, remote branch or tag, or the first segments of one.</summary>
    public bool IsReference(string name) => _refs.Value.ContainsBeginning(name);

    /// <summary>The branches, remote branches and tags.</summary>
    public RefNames References => _refs.Value;

    /// <summary>True when git ignores a missing path, as it does for the output of builds and runs.</summary>
    public bool IsIgnored(PathResolution missing)
    {
        // One process per batch; the first one nearly always covers all missing paths.
        while (!missing.Paths.All(_asked.Contains) && _notYetAsked.Value.MoveNext())
        {
            _asked.UnionWith(_notYetAsked.Value.Current);
            _ignored.UnionWith(IgnoreRules.Ignored(_repository, _notYetAsked.Value.Current));
        }

        return missing.Paths.Any(_ignored.Contains);
    }

    /// <summary>The commit that removed a missing path, or null when none of the newest did.</summary>
    public Deletion? DeletionOf(Mention mention, PathResolution missing)
    {
        if (_repository.Git is null)
            return null;
        foreach (var path in missing.Paths)
        {
            var isPattern = path.Contains('*', StringComparison.Ordinal) || path.Contains('?', StringComparison.Ordinal);
            if ((isPattern ? _deletions.Matching(path) : _deletions.Find(path)) is { } deletion)
                return deletion;
        }

        // A bare name is only certain when a single deleted file had it.
        return mention.Kind == MentionKind.Path && !mention.IsGlob && _deletions.WithSuffix(mention.Target).Take(2).ToArray() is [var only] ? only : null;
    }

    private FolderLabels Labels(Document document)
    {
        if (!_labels.TryGetValue(document, out var labels))
            _labels[document] = labels = new FolderLabels(document);
        return labels;
    }

    private PathResolution Resolve(string path, string from, bool isGlob)
    {
        if (!_resolved.TryGetValue((from, path, isGlob), out var resolution))
            _resolved[(from, path, isGlob)] = resolution = _resolver.Resolve(path, from, isGlob);
        return resolution;
    }

    private IEnumerable<string> Missing() =>
        _documents.SelectMany(document => document.Mentions).Where(IsPath).Select(Resolve).Where(resolution => resolution.IsMissing).SelectMany(resolution => resolution.Paths).Distinct(StringComparer.Ordinal);
}
