using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// The ref names: `refs/coderelay/inbox/&lt;recipient&gt;/&lt;id&gt;` for a waiting handoff,
/// `refs/coderelay/taken/&lt;recipient&gt;/&lt;id&gt;/&lt;token&gt;` for the receipt of a taken one.
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

    /// <exception cref="RemoteException">The file name is not a handoff's, or a name cannot be part of a ref.</exception>
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

/// <summary>
/// A name as one part of a ref. ASCII letters, digits, '-' and '_' stay, '.' too where git allows it; every other byte of the UTF-8 form
/// becomes `%` and two lower-case hex digits. Each name has exactly one form, so two recipients never share a ref.
/// </summary>
internal static class RefPart
{
    // A files backend creates a file of this name plus ".lock", and file systems allow 255 bytes.
    private const int MostCharacters = 240;

    private const string Lock = ".lock";

    /// <summary>The valid names, for messages.</summary>
    public const string Valid = "valid is one part of a path: no / or \\, no control characters, not . or .., at most 240 characters when written as a ref (3 per byte that is not ASCII)";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="RemoteException">The name cannot be part of a ref.</exception>
    public static string Encode(string name) =>
        IsPathPart(name) && Write(Strict.GetBytes(name)) is { Length: <= MostCharacters } part
            ? part
            : throw new RemoteException(RemoteFailure.InvalidName, $"'{Printable(name)}' cannot be sent as a name: {Valid}");

    /// <summary>Parses the form of <see cref="Encode"/> and no other.</summary>
    public static bool TryDecode(string part, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (part.Length > MostCharacters || !TryReadBytes(part, out var bytes))
            return false;
        try
        {
            var read = Strict.GetString(bytes);
            name = IsPathPart(read) && Write(bytes) == part ? read : null;
        }
        catch (DecoderFallbackException)
        {
            // Not written by CodeRelay.
        }

        return name is not null;
    }

    private static bool IsPathPart(string name) =>
        name is not ("" or "." or "..") && !name.AsSpan().ContainsAny('/', '\\') && !name.EnumerateRunes().Any(IsHidden) && IsWellFormed(name);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // A lone surrogate has no UTF-8 form.
    private static bool IsWellFormed(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                i++;
            else if (char.IsSurrogate(name[i]))
                return false;
        }

        return true;
    }

    private static string Write(ReadOnlySpan<byte> bytes)
    {
        var part = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit((char)bytes[i]) || bytes[i] is (byte)'-' or (byte)'_' || (bytes[i] == '.' && IsPlainDot(bytes, i)))
                part.Append((char)bytes[i]);
            else
                part.Append(CultureInfo.InvariantCulture, $"%{bytes[i]:x2}");
        }

        return part.ToString();
    }

    private static bool IsPlainDot(ReadOnlySpan<byte> bytes, int at) =>
        at > 0 && at < bytes.Length - 1 && bytes[at - 1] != '.'
        && !(bytes.Length - at == Lock.Length && Ascii.EqualsIgnoreCase(bytes[at..], Lock));

    private static bool TryReadBytes(string part, out byte[] bytes)
    {
        var read = new List<byte>(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '%')
            {
                read.Add((byte)(part[i] < 0x80 ? part[i] : 0));
                continue;
            }

            if (i + 2 >= part.Length || !byte.TryParse(part.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes = [];
                return false;
            }

            read.Add(value);
            i += 2;
        }

        bytes = [.. read];
        return true;
    }

    private static string Printable(string name) => string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
}
