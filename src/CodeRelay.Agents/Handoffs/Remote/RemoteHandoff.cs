namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>A waiting handoff on a remote.</summary>
/// <param name="Recipient">The recipient that the sender named; safe as one path part.</param>
/// <param name="Id">The file name, for instance `20260601T090000Z-from-app-login.md`; safe as one path part.</param>
/// <param name="ObjectId">The full object id of the ref. No two sends share one.</param>
/// <param name="Ref">The full name of the ref.</param>
internal sealed record RemoteHandoff(string Recipient, string Id, string ObjectId, string Ref);
