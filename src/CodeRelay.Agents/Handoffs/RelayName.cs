using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The names of the inbox: recipients, slugs, file names. Each is one path part, so none may lead elsewhere. Spaces and all scripts are
/// valid, unlike in agent-handoff.
/// </summary>
internal static class RelayName
{
    /// <summary>The valid names, for messages.</summary>
    public const string Valid = "valid is the name of a worktree's directory: no / or \\, no control characters, not . or .., no - at the beginning, at most 160 bytes";

    // File systems allow 255 bytes, and time, topic and suffix share them with a name.
    private const int MostBytes = 160;

    /// <summary>True when a name is valid for a recipient.</summary>
    public static bool IsValid(string name) =>
        name is not ("" or "." or "..") && name[0] != '-' && name == name.Trim() && IsPathPart(name) && Encoding.UTF8.GetByteCount(name) <= MostBytes;

    /// <summary>True when a string is one printable path part.</summary>
    internal static bool IsPathPart(string name) =>
        name is not ("" or "." or "..") && !name.AsSpan().ContainsAny('/', '\\') && !name.EnumerateRunes().Any(IsHidden);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
