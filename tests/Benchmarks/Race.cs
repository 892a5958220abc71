using System.Diagnostics;

namespace CodeRelay.Benchmarks;

/// <summary>Runs contenders in turns, so that a machine that slows down slows all of them down.</summary>
internal static class Race
{
    private const int WarmUps = 2;

    /// <returns>Wall times in milliseconds, one list per contender, in their order.</returns>
    public static IReadOnlyList<IReadOnlyList<double>> Run(IReadOnlyList<Contender> contenders, int rounds)
    {
        var times = contenders.Select(_ => new List<double>()).ToArray();
        for (var round = -WarmUps; round < rounds; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                // Another one starts each round: whoever runs first after a pause has a colder machine.
                var index = (turn + round + WarmUps) % contenders.Count;
                var time = Measure(contenders[index]);
                if (round >= 0)
                    times[index].Add(time);
            }
        }

        return times;
    }

    /// <summary>What a contender prints, in a run that is not timed.</summary>
    public static string Output(Contender contender)
    {
        contender.Reset?.Invoke();
        var result = ProcessRunner.Run(contender.Program, contender.Arguments, contender.WorkingDirectory, contender.Input, contender.Environment);
        return result.Output + result.Error;
    }

    private static double Measure(Contender contender)
    {
        contender.Reset?.Invoke();
        var start = Stopwatch.GetTimestamp();
        var result = ProcessRunner.Run(contender.Program, contender.Arguments, contender.WorkingDirectory, contender.Input, contender.Environment);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return result.ExitCode == contender.ExitCode || (contender.ExitCode is null && result.ExitCode is 0 or 1)
            ? time
            : throw new InvalidOperationException($"{contender.Name}: exit code {result.ExitCode} instead of {contender.ExitCode}\n{result.Output}\n{result.Error}");
    }
}
