using System.Diagnostics.CodeAnalysis;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// The right to take one handoff, made before the remote is asked. The token names the receipt that the remote keeps when we win, so that
/// whoever finds the claim after a crash can learn how it ended. <see cref="ToString"/> and <see cref="TryParse"/> keep it in a file.
/// </summary>
/// <param name="Handoff">What is taken.</param>
/// <param name="Token">UTC time and 16 random hex digits: `20260601T090000Z-0123456789abcdef`.</param>
internal sealed record RemoteLease(RemoteHandoff Handoff, string Token)
{
    private const string Head = "coderelay-claim/1";

    /// <summary>The full name of the ref that proves on the remote that this claim won.</summary>
    public string Receipt => RelayRefs.Receipt(Handoff, Token);

    internal static RemoteLease Of(RemoteHandoff handoff) =>
        new(handoff, $"{HandoffFileName.Time(DateTimeOffset.UtcNow)}-{Guid.NewGuid().ToString("N")[^16..]}");

    /// <summary>One line of ASCII without a line break.</summary>
    public override string ToString() => $"{Head} {Handoff.ObjectId} {Token} {Handoff.Ref}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string line, [NotNullWhen(true)] out RemoteLease? claim)
    {
        claim = line.Trim().Split(' ') is [Head, var objectId, var token, var name]
            && RelayRefs.IsObjectId(objectId) && RelayRefs.IsToken(token) && RelayRefs.TryParseInbox(name, objectId, out var handoff)
            ? new RemoteLease(handoff, token)
            : null;
        return claim is not null;
    }
}
