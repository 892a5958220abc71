using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Rules;
using CodeRelay.Workspace;

namespace CodeRelay.Relay;

/// <summary>Runs the packet rules on a handoff before it is written.</summary>
public static class HandoffCheck
{
    /// <summary>The name that findings give the text, which is no file of the repository.</summary>
    public const string FileName = "handoff.md";

    private const string FieldsName = "front-matter.md";

    // What a message to one session can be wrong about; the rest is about files that stay.
    private static readonly string[] Rules = ["RLY4004", "RLY4012", "RLY5", "RLY6"];

    private static readonly string[] HygieneRules = ["RLY6"];

    private static readonly string[] RulesWithoutGit = ["RLY4004", "RLY4012", "RLY6001", "RLY6003", "RLY6004", "RLY6005"];

    /// <summary>The findings, the most severe first. An error is a reason not to send it.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says; a severity that it sets counts here too.</param>
    /// <param name="body">The Markdown of the handoff.</param>
    /// <param name="fields">What the writer gave for its fields, one per line; only hygiene counts there.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static IReadOnlyList<Finding> Run(Repository repository, Configuration configuration, string body, string fields = "") =>
        [.. Run(repository, configuration, FileName, body, Rules).Concat(Run(repository, configuration, FieldsName, fields, HygieneRules)).OrderByDescending(finding => finding.Severity)];

    /// <summary>The same where git does not answer: what the text alone tells, above all secrets.</summary>
    public static IReadOnlyList<Finding> RunWithoutGit(Repository repository, Configuration configuration, string body, string fields = "") =>
        [.. Run(repository, configuration, FileName, body, RulesWithoutGit).Concat(Run(repository, configuration, FieldsName, fields, RulesWithoutGit)).OrderByDescending(finding => finding.Severity)];

    private static IEnumerable<Finding> Run(Repository repository, Configuration configuration, string name, string text, string[] rules)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var document = new Document(name, SourceText.Decode(bytes, bytes.Length), DocumentKind.Handoff);
        return RuleCatalog.Check(AnalysisInput.Of(repository, configuration, [document]) with { OnlyRules = rules }).Findings.Where(finding => finding.File == name);
    }
}
