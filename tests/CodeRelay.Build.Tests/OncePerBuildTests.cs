using CodeRelay.Build.Tests.Support;

namespace CodeRelay.Build.Tests;

/// <summary>Eight projects of two frameworks each, in a path with spaces, built from scratch on two nodes.</summary>
public sealed class EightProjects : RestoredSolution
{
    public EightProjects(BuildPackage package)
        : base(package, "with spaces in it", projects: 8) =>
        FirstBuild = Dotnet.Build(Path, "build", GeneratedSolution.FileName, "--no-restore", "-m:2");

    internal BuildOutput FirstBuild { get; }
}

public sealed class OncePerBuildTests(EightProjects solution) : IClassFixture<EightProjects>
{
    [Fact]
    public void A_build_on_two_nodes_tells_each_finding_once()
    {
        solution.FirstBuild.ShouldSucceed();

        Assert.NotEmpty(solution.Expected);
        Assert.Equal(solution.Expected, solution.FirstBuild.Findings.Order(StringComparer.Ordinal));
        Assert.Contains($"{Path.Combine(solution.Path, "HANDOFF.md")}(1,1,1,10): warning RLY2001: {Sample.Message}", solution.FirstBuild.Findings);
    }

    [Theory]
    [InlineData("-graph")]
    [InlineData("-graph", "-isolate")]
    [InlineData("-mt")]
    [InlineData("-f:net10.0")]
    public void However_the_solution_is_built_each_finding_is_told_once(params string[] arguments) =>
        Holds(Dotnet.Build(solution.Path, ["build", GeneratedSolution.FileName, "--no-restore", "-m:2", .. arguments]));

    [Fact]
    public void A_build_of_one_project_tells_each_finding_once() =>
        Holds(Dotnet.Build(solution.Path, "build", solution.Project(7), "--no-restore"));

    [Fact]
    public void A_build_from_a_sub_directory_tells_each_finding_once() =>
        Holds(Dotnet.Build(Path.GetDirectoryName(solution.Project(3))!, "build", "--no-restore"));

    [Theory]
    [InlineData("pack")]
    [InlineData("test")]
    [InlineData("publish", "-f:net10.0")]
    public void Whatever_the_verb_each_finding_is_told_once(string verb, params string[] arguments) =>
        Holds(Dotnet.Build(solution.Path, [verb, solution.Project(2), "--no-restore", .. arguments]));

    private void Holds(BuildOutput output)
    {
        output.ShouldSucceed();
        Assert.Equal(solution.Expected, output.Findings.Order(StringComparer.Ordinal));
    }
}
