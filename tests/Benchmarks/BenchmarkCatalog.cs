namespace CodeRelay.Benchmarks;

/// <summary>Every benchmark, in the order of the report. A new one is one file and one line here.</summary>
internal static class BenchmarkCatalog
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new CheckOnePacket(),
        new HistoryGrowth(),
        new ManyDocuments(),
        new LargeRepository(),
        new NoOpBuild(),
        new SeededDefects(),
        new StopHook(),
        new EmptyInbox(),
        new HundredWaiting("hundred-waiting", lines: 10),
        new HundredWaiting("hundred-long-waiting", lines: 43),
        new RemoteScale(),
        new InboxEndurance(),
    ];
}
