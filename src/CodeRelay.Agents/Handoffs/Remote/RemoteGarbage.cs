namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>What a clean-up of a remote found.</summary>
/// <param name="Expired">Waiting handoffs that are too old.</param>
/// <param name="Receipts">Full names of the receipts of taken handoffs that are too old.</param>
/// <param name="Failed">Full names out of both that could not be removed: somebody took or removed them meanwhile, or the remote refused.</param>
/// <param name="Skipped">Full names below our prefix that we do not understand and leave alone.</param>
internal sealed record RemoteGarbage(IReadOnlyList<RemoteHandoff> Expired, IReadOnlyList<string> Receipts, IReadOnlyList<string> Failed, IReadOnlyList<string> Skipped);
