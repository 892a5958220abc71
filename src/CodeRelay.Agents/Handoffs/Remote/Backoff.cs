namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>The delay after a conflict with other writers of the same refs.</summary>
internal static class Backoff
{
    /// <summary>Waits a random time that grows with the attempts.</summary>
    public static void Wait(int attempt) => Thread.Sleep(Random.Shared.Next(5, 20 * (1 << Math.Min(attempt, 5))));
}
