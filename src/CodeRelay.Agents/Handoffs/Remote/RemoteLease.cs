using System.Diagnostics.CodeAnalysis;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// The right to take one handoff, created before the remote is asked. The token names the receipt that the remote keeps for the winner, so
/// that a process that finds the lease after a crash can learn the result. <see cref="ToString"/> and <see cref="TryParse"/> are its file format.
/// </summary>
/// <param name="Handoff">The handoff to take.</param>
/// <param name="Token">UTC time and 16 random hex digits: `20260601T090000Z-0123456789abcdef`.</param>
internal sealed record RemoteLease(RemoteHandoff Handoff, string Token)
{
    private const string Head = "coderelay-claim/1";

    /// <summary>The full name of the ref that proves on the remote that this lease won.</summary>
    public string Receipt => RelayRefs.Receipt(Handoff, Token);

    internal static RemoteLease Of(RemoteHandoff handoff) =>
        new(handoff, $"{HandoffFileName.Time(DateTimeOffset.UtcNow)}-{Guid.NewGuid().ToString("N")[^16..]}");

    /// <summary>One line of ASCII without a line break.</summary>
    public override string ToString() => $"{Head} {Handoff.ObjectId} {Token} {Handoff.Ref}";

    /// <summary>Parses the format of <see cref="ToString"/>.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out RemoteLease? lease)
    {
        lease = line.Trim().Split(' ') is [Head, var objectId, var token, var name]
            && RelayRefs.IsObjectId(objectId) && RelayRefs.IsToken(token) && RelayRefs.TryParseInbox(name, objectId, out var handoff)
            ? new RemoteLease(handoff, token)
            : null;
        return lease is not null;
    }
}
