using System.Collections.Concurrent;
using CodeRelay.Documents;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Evidence.Manifests;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Evidence;

/// <summary>The indexes of the repository's content, each built on first use.</summary>
internal sealed class EvidenceStore
{
    private readonly Lazy<FreshnessEvidence> _freshness;
    private readonly Lazy<PathEvidence> _paths;
    private readonly Lazy<TextQuery> _query;
    private readonly Lazy<CommitIndex> _commits;
    private readonly Lazy<UninformativeCommits> _uninformativeCommits;
    private readonly Lazy<DocumentIndex> _otherDocuments;
    private readonly Lazy<DocumentIndex> _namedSources;
    private readonly Lazy<TreeIndex> _tree;
    private readonly Lazy<ManifestIndex> _manifests;
    private readonly Lazy<ScriptIndex> _scripts;
    private readonly ConcurrentDictionary<Type, object> _shared = [];

    /// <param name="repository">The repository that contains the evidence.</param>
    /// <param name="documents">The checked documents, for which evidence is looked up.</param>
    /// <param name="floor">A commit before which no work counts, or null.</param>
    internal EvidenceStore(Repository repository, IReadOnlyList<Document> documents, string? floor = null)
    {
        Repository = repository;
        Documents = documents;
        _freshness = new(() => new FreshnessEvidence(repository, Paths, floor));
        _paths = new(() => new PathEvidence(repository, documents));
        _query = new(() => TextQuery.Read(documents));
        _commits = new(() => new CommitIndex(repository, Query));
        _uninformativeCommits = new(() => new UninformativeCommits(repository, Query));
        _otherDocuments = new(() => DocumentIndex.OfDocuments(repository, documents, Query));
        _namedSources = new(() => new DocumentIndex(repository, CodeRelay.Evidence.Redundancy.NamedSources.Select(documents, Paths), Query));
        _tree = new(() => new TreeIndex(repository));
        _manifests = new(() => new ManifestIndex(repository));
        _scripts = new(() => new ScriptIndex(repository));
    }

    /// <summary>The resolved paths of the checked documents.</summary>
    public PathEvidence Paths => _paths.Value;

    /// <summary>The work after each packet's last change.</summary>
    public FreshnessEvidence Freshness => _freshness.Value;

    /// <summary>The assertions of the checked documents.</summary>
    internal TextQuery Query => _query.Value;

    /// <summary>An index of commit messages.</summary>
    internal CommitIndex Commits => _commits.Value;

    /// <summary>An index of the diffs of commits with uninformative messages.</summary>
    internal UninformativeCommits UninformativeCommits => _uninformativeCommits.Value;

    /// <summary>An index of the documents that are not checked.</summary>
    internal DocumentIndex OtherDocuments => _otherDocuments.Value;

    /// <summary>An index of the source files that the checked documents name.</summary>
    internal DocumentIndex NamedSources => _namedSources.Value;

    /// <summary>An index of the tracked paths.</summary>
    internal TreeIndex Tree => _tree.Value;

    /// <summary>An index of the names in manifests.</summary>
    internal ManifestIndex Manifests => _manifests.Value;

    /// <summary>An index of the scripts and targets in manifests.</summary>
    internal ScriptIndex Scripts => _scripts.Value;

    internal Repository Repository { get; }

    internal IReadOnlyList<Document> Documents { get; }

    /// <summary>A result that several rules use, computed once.</summary>
    internal T Share<T>(Func<T> make)
        where T : class => (T)_shared.GetOrAdd(typeof(T), _ => make());
}
