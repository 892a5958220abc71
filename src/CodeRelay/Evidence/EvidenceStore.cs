using System.Collections.Concurrent;
using CodeRelay.Documents;
using CodeRelay.Evidence.Freshness;
using CodeRelay.Evidence.Manifests;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Evidence;

/// <summary>The indexes of what the repository already says, each built when a rule first asks.</summary>
internal sealed class EvidenceStore
{
    private readonly Lazy<FreshnessEvidence> _freshness;
    private readonly Lazy<PathEvidence> _paths;
    private readonly Lazy<TextQuery> _claims;
    private readonly Lazy<CommitIndex> _commits;
    private readonly Lazy<UninformativeCommits> _untoldChanges;
    private readonly Lazy<DocumentIndex> _otherDocuments;
    private readonly Lazy<DocumentIndex> _namedSources;
    private readonly Lazy<TreeIndex> _tree;
    private readonly Lazy<ManifestIndex> _manifests;
    private readonly Lazy<ScriptIndex> _scripts;
    private readonly ConcurrentDictionary<Type, object> _shared = [];

    /// <param name="repository">Where the evidence is.</param>
    /// <param name="documents">What is judged, and so what evidence is looked up for.</param>
    /// <param name="floor">A commit before which no work counts, or null.</param>
    internal EvidenceStore(Repository repository, IReadOnlyList<Document> documents, string? floor = null)
    {
        Repository = repository;
        Documents = documents;
        _freshness = new(() => new FreshnessEvidence(repository, Paths, floor));
        _paths = new(() => new PathEvidence(repository, documents));
        _claims = new(() => TextQuery.Read(documents));
        _commits = new(() => new CommitIndex(repository, Claims));
        _untoldChanges = new(() => new UninformativeCommits(repository, Claims));
        _otherDocuments = new(() => DocumentIndex.OfDocuments(repository, documents, Claims));
        _namedSources = new(() => new DocumentIndex(repository, CodeRelay.Evidence.Redundancy.NamedSources.Select(documents, Paths), Claims));
        _tree = new(() => new TreeIndex(repository));
        _manifests = new(() => new ManifestIndex(repository));
        _scripts = new(() => new ScriptIndex(repository));
    }

    /// <summary>What the named paths stand for.</summary>
    public PathEvidence Paths => _paths.Value;

    /// <summary>The work that followed each packet.</summary>
    public FreshnessEvidence Freshness => _freshness.Value;

    /// <summary>What the judged documents claim.</summary>
    internal TextQuery Claims => _claims.Value;

    /// <summary>What commit messages say.</summary>
    internal CommitIndex Commits => _commits.Value;

    /// <summary>What those commits changed whose messages say nothing.</summary>
    internal UninformativeCommits UntoldChanges => _untoldChanges.Value;

    /// <summary>What documents say that are not judged.</summary>
    internal DocumentIndex OtherDocuments => _otherDocuments.Value;

    /// <summary>What the source files say that the judged documents name.</summary>
    internal DocumentIndex NamedSources => _namedSources.Value;

    /// <summary>What is tracked.</summary>
    internal TreeIndex Tree => _tree.Value;

    /// <summary>What the manifests name.</summary>
    internal ManifestIndex Manifests => _manifests.Value;

    /// <summary>What the manifests define to be run.</summary>
    internal ScriptIndex Scripts => _scripts.Value;

    internal Repository Repository { get; }

    internal IReadOnlyList<Document> Documents { get; }

    /// <summary>A result that several rules draw from, made once.</summary>
    internal T Share<T>(Func<T> make)
        where T : class => (T)_shared.GetOrAdd(typeof(T), _ => make());
}
