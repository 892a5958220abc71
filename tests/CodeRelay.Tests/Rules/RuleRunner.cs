using CodeRelay.Analysis;
using CodeRelay.Git;
using CodeRelay.Rules;

namespace CodeRelay.Tests.Rules;

/// <summary>Runs rules over a real repository.</summary>
internal static class RuleRunner
{
    /// <summary>The findings of one rule, or of all when none is named, in the packet and instruction files.</summary>
    public static IReadOnlyList<Finding> Findings(this TemporaryDirectory directory, string? rule = null, DateTimeOffset? now = null, int? most = null)
    {
        var repository = Repository.Discover(directory.Path);
        var input = AnalysisInput.Of(repository, Configuration.Load(repository)) with
        {
            OnlyRules = rule is null ? [] : [rule],
            Now = now ?? DateTimeOffset.UtcNow,
        };
        return RuleCatalog.Check(input with { MostFindings = most ?? input.MostFindings }).Findings;
    }
}
