namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>One waiting handoff on a remote.</summary>
/// <param name="Recipient">For whom it is, as the sender named it; safe as one part of a path.</param>
/// <param name="Id">The file name, for instance `20260601T090000Z-from-app-login.md`; safe as one part of a path.</param>
/// <param name="ObjectId">The object that the ref names, in full. No two sends share one.</param>
/// <param name="Ref">The full name of the ref.</param>
internal sealed record RemoteHandoff(string Recipient, string Id, string ObjectId, string Ref);
