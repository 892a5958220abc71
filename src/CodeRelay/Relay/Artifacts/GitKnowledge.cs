using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Rules;
using CodeRelay.Workspace;

namespace CodeRelay.Relay.Artifacts;

/// <summary>Tells what of a text `git log` says already, so that it need not be copied.</summary>
internal sealed class GitKnowledge
{
    private static readonly string[] Rules = ["RLY3001"];

    private readonly IReadOnlyList<Finding> _findings;
    private readonly IReadOnlySet<string> _commits;

    private GitKnowledge(IReadOnlyList<Finding> findings, IReadOnlySet<string> commits)
    {
        _findings = findings;
        _commits = commits;
    }

    /// <summary>Asks about a text; of a very long one about the beginning that packets may have.</summary>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static GitKnowledge About(Repository repository, Configuration configuration, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var document = new Document(HandoffCheck.FileName, SourceText.Decode(bytes.AsSpan(0, Math.Min(bytes.Length, SourceText.DefaultLimit)), bytes.Length), DocumentKind.Handoff);
        var findings = repository.Git is null ? [] : RuleCatalog.Check(AnalysisInput.Of(repository, configuration, [document]) with { OnlyRules = Rules, MostFindings = int.MaxValue }).Findings;
        return new GitKnowledge([.. findings.Where(finding => finding.File == HandoffCheck.FileName)], repository.History.Recent.Select(commit => commit.ShortId).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>True when git tells the entry: by its words, or because it begins with a commit that is there.</summary>
    public bool Has(OutlineEntry entry) =>
        _commits.Contains(entry.Text[..Math.Min(7, entry.Text.Length)])
        || _findings.Any(finding => finding.Range.Line <= entry.Line && finding.Range.LastLine >= entry.LastLine);
}
