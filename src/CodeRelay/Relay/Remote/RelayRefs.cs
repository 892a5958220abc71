using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CodeRelay.Relay.Remote;

/// <summary>
/// The names of our refs: `refs/coderelay/inbox/&lt;recipient&gt;/&lt;id&gt;` for a handoff that waits,
/// `refs/coderelay/taken/&lt;recipient&gt;/&lt;id&gt;/&lt;token&gt;` for the receipt of one that was taken.
/// </summary>
internal static class RelayRefs
{
    public const string Root = "refs/coderelay/";
    public const string InboxRoot = Root + "inbox/";
    public const string TakenRoot = Root + "taken/";

    private const int RandomLength = 16;
    private const string From = "-from-";
    private const string Extension = ".md";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static string InboxOf(string recipient) => $"{InboxRoot}{RefPart.Encode(recipient)}/";

    public static string TakenOf(string recipient) => $"{TakenRoot}{RefPart.Encode(recipient)}/";

    /// <exception cref="RemoteException">The file name is not one of a handoff, or no ref can be made of a name.</exception>
    public static string Inbox(string recipient, string id) => IsId(id)
        ? InboxOf(recipient) + RefPart.Encode(id)
        : throw new RemoteException(RemoteFailure.InvalidName, $"'{id}' is not the file name of a handoff; valid is <YYYYMMDD>T<HHMMSS>Z-from-<sender>[-<topic>].md");

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
        name.StartsWith(TakenRoot, StringComparison.Ordinal) && name[TakenRoot.Length..].Split('/') is [_, _, var token] && IsToken(token) ? HandoffFileName.TimeOf(token) : null;

    public static bool IsObjectId(string text) => text.Length is 40 or 64 && IsHex(text);

    public static bool IsToken(string text) =>
        text.Length == HandoffFileName.TimeLength + 1 + RandomLength && text[HandoffFileName.TimeLength] == '-' && IsHex(text.AsSpan(HandoffFileName.TimeLength + 1)) && HandoffFileName.TimeOf(text) is not null;

    private static bool IsId(string id) =>
        id.Length > HandoffFileName.TimeLength + From.Length + Extension.Length && id.AsSpan(HandoffFileName.TimeLength).StartsWith(From, StringComparison.Ordinal)
        && id.EndsWith(Extension, StringComparison.Ordinal) && HandoffFileName.TimeOf(id) is not null;

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(HexDigits);
}
