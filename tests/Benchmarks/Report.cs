using System.Globalization;

namespace CodeRelay.Benchmarks;

/// <summary>The result of a race as a Markdown table.</summary>
internal static class Report
{
    public static string Write(Benchmark benchmark, IReadOnlyList<Contender> contenders, IReadOnlyList<IReadOnlyList<double>> times, IReadOnlyList<double>? memory, IReadOnlyList<int>? counts)
    {
        var lines = new List<string>
        {
            $"### {benchmark.Title}",
            "",
            $"Budget: {benchmark.Budget}. {times[0].Count} runs each, in turns. Repeat: `dotnet run build.cs -- bench {benchmark.Name}`",
            "",
            "| Contender | min ms | median ms | ratio of minima | ratio of medians | difference of medians ms |" + (memory is null ? "" : " peak MiB |") + (counts is null ? "" : $" {benchmark.Counts} |"),
            "|---|---:|---:|---:|---:|---:|" + (memory is null ? "" : "---:|") + (counts is null ? "" : "---:|"),
        };
        for (var i = 0; i < contenders.Count; i++)
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {times[i].Min():0.0} | {Median(times[i]):0.0} | {times[i].Min() / times[0].Min():0.000} | {Median(times[i]) / Median(times[0]):0.000} | {Median(times[i]) - Median(times[0]):+0.0;-0.0;0.0} |{(memory is null ? "" : $" {memory[i]:0} |")}{(counts is null ? "" : $" {counts[i]} |")}"));
        }

        return string.Join('\n', lines) + "\n";
    }

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
