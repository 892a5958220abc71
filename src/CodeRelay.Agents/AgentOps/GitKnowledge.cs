using System.Text;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Documents;
using CodeRelay.Evidence;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;
using CodeRelay.Rules.Redundancy;
using CodeRelay.Text;

namespace CodeRelay.Agents.AgentOps;

/// <summary>Finds text that `git log` already contains, so that it need not be copied.</summary>
/// <param name="repository">The repository with the log.</param>
internal sealed class GitKnowledge(Repository repository)
{
    private const int ShortId = 7;

    private readonly Lazy<HashSet<string>> _commits = new(() => repository.History.Recent.Select(commit => commit.ShortId).ToHashSet(StringComparer.Ordinal));

    /// <summary>
    /// The entries that git records, by their words or because they begin with an existing commit. Only the first of very many are checked.
    /// </summary>
    /// <exception cref="GitException">Git could not answer.</exception>
    public IReadOnlySet<OutlineEntry> Find(IEnumerable<OutlineEntry> entries)
    {
        var known = new HashSet<OutlineEntry>(ReferenceEqualityComparer.Instance);
        if (repository.Git is null)
            return known;
        // Each entry is checked separately: a list that repeats the log as a whole may contain a new entry.
        var text = new StringBuilder();
        var asked = new List<OutlineEntry>();
        foreach (var entry in entries.TakeWhile(_ => text.Length < SourceText.DefaultLimit))
        {
            asked.Add(entry);
            text.Append("- ").Append(HandoffFrame.OneLine(entry.Whole)).Append('\n');
            if (_commits.Value.Contains(entry.Text[..Math.Min(ShortId, entry.Text.Length)]))
                known.Add(entry);
        }

        var statements = new Document("statements.md", SourceText.From(text.ToString()));
        var evidence = new EvidenceStore(repository, [statements]);
        foreach (var block in statements.Blocks.Where(block => !IsNeeded(block) && CommitEvidence.Behind(evidence, block).Count > 0))
            known.Add(asked[block.Line - 1]);
        return known;
    }

    // Commits do not keep reasons, prohibitions, current state, commands and references.
    private static bool IsNeeded(Block block) =>
        block.Kind == BlockKind.Fence || ProtectedWording.IsProtected(block) || ProtectedWording.IsAboutNow(block) || ProtectedWording.ShowsCommand(block) || ProtectedWording.PointsOutside(block);
}
