using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeRelay.Relay.Remote;

/// <summary>
/// The names of our refs: `refs/coderelay/inbox/&lt;recipient&gt;/&lt;id&gt;` for a handoff that waits,
/// `refs/coderelay/taken/&lt;recipient&gt;/&lt;id&gt;/&lt;token&gt;` for the receipt of one that was taken.
/// </summary>
internal static partial class RelayRefs
{
    public const string Root = "refs/coderelay/";
    public const string InboxRoot = Root + "inbox/";
    public const string TakenRoot = Root + "taken/";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const int TimeLength = 16;

    public static string InboxOf(string recipient) => $"{InboxRoot}{RefPart.Encode(recipient)}/";

    public static string TakenOf(string recipient) => $"{TakenRoot}{RefPart.Encode(recipient)}/";

    /// <exception cref="RemoteException">The file name is not one of a handoff, or no ref can be made of a name.</exception>
    public static string Inbox(string recipient, string id) => IsId(id)
        ? InboxOf(recipient) + RefPart.Encode(id)
        : throw new RemoteException(RemoteFailure.InvalidName, $"'{id}' is no file name of a handoff; valid is <YYYYMMDD>T<HHMMSS>Z-from-<sender>[-<topic>].md");

    public static string Receipt(RemoteHandoff handoff, string token) => $"{TakenRoot}{handoff.Ref[InboxRoot.Length..]}/{token}";

    public static bool TryParseInbox(string name, string objectId, [NotNullWhen(true)] out RemoteHandoff? handoff)
    {
        handoff = name.StartsWith(InboxRoot, StringComparison.Ordinal)
            && name[InboxRoot.Length..].Split('/') is [var recipient, var id]
            && RefPart.TryDecode(recipient, out var to) && RefPart.TryDecode(id, out var file) && IsId(file)
            ? new RemoteHandoff(to, file, objectId, name)
            : null;
        return handoff is not null;
    }

    /// <summary>The time of a receipt, or null when the ref is none.</summary>
    public static DateTimeOffset? TimeOfReceipt(string name) =>
        name.StartsWith(TakenRoot, StringComparison.Ordinal) && name[TakenRoot.Length..].Split('/') is [_, _, var token] && IsToken(token) ? TimeOf(token) : null;

    /// <summary>The time at the beginning of an id or token.</summary>
    public static DateTimeOffset? TimeOf(string id) =>
        id.Length >= TimeLength && DateTimeOffset.TryParseExact(id.AsSpan(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static bool IsObjectId(string text) => ObjectId().IsMatch(text);

    public static bool IsToken(string text) => Token().IsMatch(text) && TimeOf(text) is not null;

    private static bool IsId(string id) => Id().IsMatch(id) && TimeOf(id) is not null;

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{6}Z-from-.+\.md\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[0-9]{8}T[0-9]{6}Z-[0-9a-f]{16}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\A([0-9a-f]{40}|[0-9a-f]{64})\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ObjectId();
}
