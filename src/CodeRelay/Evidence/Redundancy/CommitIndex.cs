using System.Text.RegularExpressions;
using CodeRelay.Git;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>An index of the messages of recent commits.</summary>
internal sealed partial class CommitIndex
{
    private const int ShortestId = 7;

    private readonly IReadOnlyList<Commit> _commits;
    private readonly PassageIndex _index;
    private readonly Lazy<ILookup<string, Commit>> _byPrefix;

    public CommitIndex(Repository repository, TextQuery query)
    {
        _commits = repository.History.Recent;
        var writer = new PassageWriter(query.Vocabulary);
        for (var i = 0; i < _commits.Count; i++)
            writer.AddText(i, $"{_commits[i].Subject}\n\n{_commits[i].Body}");
        _index = new PassageIndex([writer], query.All, query.Vocabulary.Count);
        _byPrefix = new(() => _commits.ToLookup(commit => commit.Id[..ShortestId], StringComparer.Ordinal));
    }

    public Containment Cover(Assertion assertion) => _index.Cover(assertion);

    public Commit CommitOf(Passage passage) => _commits[passage.Source];

    /// <summary>The commits whose ids occur in a text, among those that were read.</summary>
    public IEnumerable<Commit> CitedIn(string text) =>
        Id().Matches(text).Select(match => match.Value).Select(id => _byPrefix.Value[id[..ShortestId]].FirstOrDefault(commit => commit.Id.StartsWith(id, StringComparison.Ordinal))).OfType<Commit>();

    [GeneratedRegex(@"(?<![\w-])[0-9a-f]{7,40}(?![\w-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
