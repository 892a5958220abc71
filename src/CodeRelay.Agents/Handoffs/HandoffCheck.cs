using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Rules;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Runs the packet rules on a handoff before it is written.</summary>
internal static class HandoffCheck
{
    /// <summary>The name of the text in findings; it is no file of the repository.</summary>
    public const string FileName = "handoff.md";

    private const string FieldsName = "front-matter.md";

    // The rules that apply to a message for one session; the others are about files that stay.
    private static readonly string[] Rules = ["RLY4004", "RLY4012", "RLY5", "RLY6"];

    private static readonly string[] HygieneRules = ["RLY6"];

    private static readonly string[] UnattendedRules = ["RLY6001", "RLY6003", "RLY6004", "RLY6005"];

    // Replaced by a word of the same length, so that the findings keep their positions.
    private const string Suppressing = "coderelay-disable";
    private const string NotSuppressing = "coderelay_disable";

    private static readonly string[] RulesWithoutGit = ["RLY4004", "RLY4012", "RLY6001", "RLY6003", "RLY6004", "RLY6005"];

    /// <summary>The findings, most severe first. An error blocks the handoff.</summary>
    /// <param name="repository">The repository of the writer.</param>
    /// <param name="configuration">The settings of coderelay.yml; its severities count here too.</param>
    /// <param name="body">The Markdown of the handoff.</param>
    /// <param name="fields">The values of the given fields, one per line; only hygiene rules check them.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static IReadOnlyList<Finding> Run(Repository repository, Configuration configuration, string body, string fields = "") =>
        [.. Run(repository, configuration, FileName, body, Rules).Concat(Run(repository, configuration, FieldsName, fields, HygieneRules)).OrderByDescending(finding => finding.Severity)];

    /// <summary>The same without git: the rules that need only the text, above all for secrets.</summary>
    public static IReadOnlyList<Finding> RunWithoutGit(Repository repository, Configuration configuration, string body, string fields = "") =>
        [.. Run(repository, configuration, FileName, body, RulesWithoutGit).Concat(Run(repository, configuration, FieldsName, fields, RulesWithoutGit)).OrderByDescending(finding => finding.Severity)];

    /// <summary>
    /// Hygiene findings of a text that no writer can correct any more, without git and without a limit. Suppression comments do not count: a
    /// suppression needs a writer who has reviewed the text.
    /// </summary>
    internal static IReadOnlyList<Finding> RunUnattended(Repository repository, Configuration configuration, string text) =>
        [.. Run(repository, configuration, FileName, text.Replace(Suppressing, NotSuppressing, StringComparison.Ordinal), UnattendedRules, int.MaxValue).OrderByDescending(finding => finding.Severity)];

    private static IEnumerable<Finding> Run(Repository repository, Configuration configuration, string name, string text, string[] rules, int mostFindings = 100)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var document = new Document(name, SourceText.From(text), DocumentKind.Handoff);
        return RuleCatalog.Check(AnalysisInput.Of(repository, configuration, [document]) with { OnlyRules = rules, MostFindings = mostFindings }).Findings.Where(finding => finding.File == name);
    }
}
