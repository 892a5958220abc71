namespace CodeRelay.Benchmarks;

/// <summary>Whether many files cost more than they must.</summary>
internal sealed class LargeRepository : Benchmark
{
    public override string Name => "large-repository";

    public override string Title => "check, 10,000 commits and 20,000 files";

    public override string Budget => "400 ms and 150 MiB native";

    public override int Rounds => 10;

    public override bool CountsMemory => true;

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace)
    {
        var directory = GeneratedHistory.Write(Path.Combine(workplace.Path, "repository"), commits: 10_000, files: 20_000);
        return [Command.Check("coderelay (native, all rules)", directory), new("git status", "git", ["status", "--porcelain"], directory)];
    }
}
