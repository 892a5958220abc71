using CodeRelay.Build.Tests.Support;

namespace CodeRelay.Build.Tests;

/// <summary>However many rules find something, each finding is logged, and once.</summary>
[Collection(nameof(InThisProcess))]
public sealed class ManyGroupsTests : IDisposable
{
    private const int Rules = 70;

    private readonly TwoProjects _solution;

    public ManyGroupsTests(TwoProjects solution)
    {
        _solution = solution;
        solution.Reset();
        File.WriteAllText(
            Path.Combine(solution.Path, "coderelay.yml"),
            "team-rules:\n" + string.Concat(Enumerable.Range(1, Rules).Select(number => $"  - id: TEAM{number:000}\n    message: say what the team wants\n    severity: warning\n    required-headings: [Heading {number}]\n")));
    }

    public void Dispose() => _solution.Reset();

    [Theory]
    [InlineData("false", "warning")]
    [InlineData("true", "error")]
    public void Every_group_is_logged_once_for_all_projects(string areErrors, string level)
    {
        // The second project references the first one.
        var build = RecordedBuild.Run(_solution.Project(2), new Dictionary<string, string> { ["TreatWarningsAsErrors"] = areErrors });

        var team = build.Diagnostics.Where(diagnostic => diagnostic.Code?.StartsWith("TEAM", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(Enumerable.Range(1, Rules).Select(number => $"TEAM{number:000}"), team.Select(diagnostic => diagnostic.Code!).Order(StringComparer.Ordinal));
        Assert.All(team, diagnostic => Assert.Equal(level, diagnostic.Level));
        Assert.Equal(areErrors == "false", build.Succeeded);
    }
}
