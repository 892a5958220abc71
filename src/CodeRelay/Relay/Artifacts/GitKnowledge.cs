using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Rules;
using CodeRelay.Workspace;

namespace CodeRelay.Relay.Artifacts;

/// <summary>Tells what of a text `git log` says already, so that it need not be copied.</summary>
/// <param name="repository">Whose log.</param>
/// <param name="configuration">What coderelay.yml says.</param>
internal sealed class GitKnowledge(Repository repository, Configuration configuration)
{
    private const int ShortId = 7;

    // Each entry is judged by itself: where a list as a whole repeats the log, one of its entries may still be news.
    private const string Heading = "# Handoff\n\n## Details\n\n";

    private static readonly string[] Rules = ["RLY3001"];

    private readonly Lazy<HashSet<string>> _commits = new(() => repository.History.Recent.Select(commit => commit.ShortId).ToHashSet(StringComparer.Ordinal));

    /// <summary>The entries that git tells: by their words, or because they begin with a commit that is there. Of very many the first are looked at.</summary>
    /// <exception cref="GitException">Git could not answer.</exception>
    public IReadOnlySet<OutlineEntry> Find(IEnumerable<OutlineEntry> entries)
    {
        var known = new HashSet<OutlineEntry>(ReferenceEqualityComparer.Instance);
        if (repository.Git is null)
            return known;
        var text = new StringBuilder(Heading);
        var lines = new Dictionary<int, OutlineEntry>();
        foreach (var entry in entries.TakeWhile(_ => text.Length < SourceText.DefaultLimit))
        {
            lines[Heading.Count(c => c == '\n') + lines.Count + 1] = entry;
            text.Append("- ").Append(HandoffFrame.OneLine(entry.Whole)).Append('\n');
            if (_commits.Value.Contains(entry.Text[..Math.Min(ShortId, entry.Text.Length)]))
                known.Add(entry);
        }

        if (lines.Count == 0)
            return known;
        var document = new Document(HandoffCheck.FileName, SourceText.From(text.ToString()), DocumentKind.Handoff);
        foreach (var finding in RuleCatalog.Check(AnalysisInput.Of(repository, configuration, [document]) with { OnlyRules = Rules, MostFindings = int.MaxValue }).Findings.Where(finding => finding.File == HandoffCheck.FileName))
            known.UnionWith(Enumerable.Range(finding.Range.Line, finding.Range.LastLine - finding.Range.Line + 1).Select(line => lines.GetValueOrDefault(line)).OfType<OutlineEntry>());
        return known;
    }
}
