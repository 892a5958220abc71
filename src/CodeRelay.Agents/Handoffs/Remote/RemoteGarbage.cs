namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>The result of a remote's clean-up.</summary>
/// <param name="Expired">Expired waiting handoffs.</param>
/// <param name="Receipts">Full names of expired receipts.</param>
/// <param name="Failed">Full names of both kinds that could not be removed: another process was first, or the remote refused.</param>
/// <param name="Skipped">Full names of unrecognized refs below the prefix; they stay.</param>
internal sealed record RemoteGarbage(IReadOnlyList<RemoteHandoff> Expired, IReadOnlyList<string> Receipts, IReadOnlyList<string> Failed, IReadOnlyList<string> Skipped);
