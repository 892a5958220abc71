using System.Globalization;

namespace CodeRelay.Benchmarks;

/// <summary>What the package costs a build in which nothing changed.</summary>
internal sealed class NoOpBuild : Benchmark
{
    public override string Name => "no-op-build";

    public override string Title => "No-op build of 20 projects × 2 frameworks";

    public override string Budget => "1 % or 20 ms over the build without the package";

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var without = Directory.CreateDirectory(Path.Combine(workplace.Path, "without")).FullName;
        var with = Directory.CreateDirectory(Path.Combine(workplace.Path, "with")).FullName;
        GeneratedSolution.Write(without);
        GeneratedSolution.Write(with);
        GeneratedSolution.AddPackage(with, PackedPackage.Find("CodeRelay.Build", Checkout.Packages), Path.Combine(workplace.Path, "packages"));
        return [Build("without the package", without), Build("with the package", with)];
    }

    private static Contender Build(string name, string directory)
    {
        File.WriteAllText(Path.Combine(directory, "HANDOFF.md"), "# Handoff\n\n## Current Goal\n\nimprove things\n");
        Run("git", ["init", "--quiet"], directory);
        Run("git", ["add", "--all"], directory);
        Run("git", ["-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.invalid", "commit", "--quiet", "--message", "Start"], directory);
        Run("dotnet", ["build", GeneratedSolution.FileName, "--nologo", "-v:q", "-m:2"], directory);
        return new Contender(name, "dotnet", ["build", GeneratedSolution.FileName, "--no-restore", "--nologo", "-v:q", "-m:2"], directory);
    }

    private static void Run(string program, IEnumerable<string> arguments, string directory)
    {
        var result = ProcessRunner.Run(program, arguments, directory);
        if (result.ExitCode != 0)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program}: exit code {result.ExitCode}\n{result.Output}{result.Error}"));
    }
}
