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

    // What a message to one session can be wrong about; the rest is about files that stay.
    private static readonly string[] Rules = ["RLY4004", "RLY4012", "RLY5", "RLY6"];

    /// <summary>The findings, the most severe first. An error is a reason not to send it.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="configuration">What coderelay.yml says; a severity that it sets counts here too.</param>
    /// <param name="body">The Markdown of the handoff.</param>
    /// <exception cref="GitException">Git could not answer.</exception>
    public static IReadOnlyList<Finding> Run(Repository repository, Configuration configuration, string body)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        var document = new Document(FileName, SourceText.Decode(bytes, bytes.Length), DocumentKind.Handoff);
        var result = RuleCatalog.Check(AnalysisInput.Of(repository, configuration, [document]) with { OnlyRules = Rules });
        return [.. result.Findings.Where(finding => finding.File == FileName).OrderByDescending(finding => finding.Severity)];
    }
}
