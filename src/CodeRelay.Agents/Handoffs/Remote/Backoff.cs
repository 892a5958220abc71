namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>How long to stand back when others are at the same refs.</summary>
internal static class Backoff
{
    /// <summary>Waits a random time that grows with the number of tries.</summary>
    public static void Wait(int attempt) => Thread.Sleep(Random.Shared.Next(5, 20 * (1 << Math.Min(attempt, 5))));
}
