namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>What became of one claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Outcome">What to do with what was kept.</param>
/// <param name="Problem">Why it is not known or why the remote refused; null otherwise.</param>
internal sealed record RemoteTake(RemoteLease Claim, TakeOutcome Outcome, RemoteException? Problem = null);
