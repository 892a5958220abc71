using CodeRelay.Benchmarks;

// Usage: [name …] [--rounds N]; no name runs all.
var rounds = args.SkipWhile(argument => argument != "--rounds").Skip(1).Select(int.Parse).FirstOrDefault();
var names = args.TakeWhile(argument => argument != "--rounds").ToArray();
var unknown = names.Except(BenchmarkCatalog.All.Select(benchmark => benchmark.Name)).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"no benchmark '{unknown[0]}'; there are: {string.Join(", ", BenchmarkCatalog.All.Select(benchmark => benchmark.Name))}");
    return 2;
}

foreach (var benchmark in BenchmarkCatalog.All.Where(benchmark => (names.Length == 0 && !benchmark.IsOnlyNamed) || names.Contains(benchmark.Name)))
{
    using var owned = benchmark as IDisposable;
    using var workplace = new TemporaryDirectory();
    Console.Error.WriteLine($"{benchmark.Name}: preparing");
    if (benchmark.Measure(workplace) is { } report)
    {
        Console.WriteLine(report);
        continue;
    }

    var contenders = benchmark.Prepare(workplace);
    Console.Error.WriteLine($"{benchmark.Name}: running");
    var times = Race.Run(contenders, rounds > 0 ? rounds : benchmark.Rounds);
    var memory = benchmark.CountsMemory ? PeakMemory.Measure(contenders, workplace.Path) : null;
    var counts = benchmark.Counts is null ? null : contenders.Select(contender => benchmark.Count(contender, Race.Output(contender))).ToArray();
    Console.WriteLine(Report.Write(benchmark, contenders, times, memory, counts));
}

return 0;
