using CodeRelay.Agents.Setup;
using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Cli.CommandLine;

/// <summary>The files that a verb checks: the documents in the arguments, else the packet and the instruction files.</summary>
internal static class CheckedFiles
{
    /// <summary>Reads the configuration and the files; reports a missing packet.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="named">The documents in the arguments, or null for none.</param>
    /// <param name="rules">The rules in the arguments; none means all.</param>
    /// <param name="talk">The stream for the report; standard error when null.</param>
    /// <exception cref="UsageException">One of the rules does not exist.</exception>
    public static AnalysisInput Read(Repository repository, IReadOnlyList<Document>? named, string[]? rules, TextWriter? talk = null)
    {
        var configuration = Configuration.Load(repository);
        var selected = RuleSelection.Read(rules ?? [], configuration);
        if (named is not null)
            return AnalysisInput.Of(repository, configuration, named).WithLimits() with { OnlyRules = selected };
        var input = AnalysisInput.Of(repository, configuration).WithAgents() with { OnlyRules = selected };
        if (input.Packets.Count == 0)
            Messages.TellNoPacket(repository, configuration, talk ?? Terminal.Error);
        return input;
    }
}
