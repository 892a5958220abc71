using System.Globalization;

namespace CodeRelay.Benchmarks;

/// <summary>How much memory contenders take, in runs that are not timed.</summary>
internal static class PeakMemory
{
    private const string Program = "/usr/bin/time";
    private const int Runs = 3;

    /// <returns>The largest resident set of any one process of a contender, in MiB, the greatest of some runs; null where GNU time is not installed.</returns>
    public static IReadOnlyList<double>? Measure(IReadOnlyList<Contender> contenders, string workplace)
    {
        if (!File.Exists(Program))
            return null;
        var record = Path.Combine(workplace, "peak");
        return [.. contenders.Select(contender => Enumerable.Range(0, Runs).Max(_ => Measure(contender, record)))];
    }

    private static double Measure(Contender contender, string record)
    {
        ProcessRunner.Run(Program, ["-f", "%M", "-o", record, contender.Program, .. contender.Arguments], contender.WorkingDirectory, contender.Input, contender.Environment);
        // A line before it tells of an exit code other than 0.
        return double.Parse(File.ReadLines(record).Last(), CultureInfo.InvariantCulture) / 1024;
    }
}
