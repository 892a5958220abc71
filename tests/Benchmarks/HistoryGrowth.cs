namespace CodeRelay.Benchmarks;

/// <summary>Whether a long history costs more than a short one.</summary>
internal sealed class HistoryGrowth : Benchmark
{
    public override string Name => "history-growth";

    public override string Title => "check, 100,000 commits against 1,000";

    public override string Budget => "1.3 × the short history";

    public override IReadOnlyList<Contender> Prepare(TemporaryDirectory workplace) =>
    [
        Command.Check("1,000 commits", GeneratedHistory.Write(Path.Combine(workplace.Path, "short"), commits: 1000)),
        Command.Check("100,000 commits", GeneratedHistory.Write(Path.Combine(workplace.Path, "long"), commits: 100_000)),
    ];
}
