using CodeRelay.Agents.Setup;
using CodeRelay.Analysis;
using CodeRelay.Cli.Output;
using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Cli.CommandLine;

/// <summary>What a verb judges: the documents that the command line names, else the packet and the instruction files.</summary>
internal static class JudgedFiles
{
    /// <summary>Reads the configuration and the files; says when there is no packet.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="named">The named documents, or null when none were.</param>
    /// <param name="rules">The rules to run as given, all when there are none.</param>
    /// <param name="talk">Where it is said; standard error when null.</param>
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
