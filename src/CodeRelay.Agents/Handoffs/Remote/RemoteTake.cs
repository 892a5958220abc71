namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>The result for one lease.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Outcome">The outcome, which decides about the stored files.</param>
/// <param name="Problem">The reason for an unknown result or a refusal; null otherwise.</param>
internal sealed record RemoteTake(RemoteLease Lease, TakeOutcome Outcome, RemoteException? Problem = null);
