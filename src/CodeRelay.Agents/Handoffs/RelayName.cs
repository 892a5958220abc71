using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The names of the inbox: recipients, slugs, file names. Each becomes one part of a path, so none may lead anywhere else. Names with
/// spaces and of any script are allowed, which the original refuses.
/// </summary>
internal static class RelayName
{
    /// <summary>What is valid, for messages.</summary>
    public const string Valid = "valid is the name of a worktree's directory: no / or \\, no control characters, not . or .., no - at the beginning, at most 160 bytes";

    // File systems take 255 bytes, and time, topic and suffix stand beside a name.
    private const int MostBytes = 160;

    /// <summary>Tells whether a name can stand for a recipient.</summary>
    public static bool IsValid(string name) =>
        name is not ("" or "." or "..") && name[0] != '-' && name == name.Trim() && IsPathPart(name) && Encoding.UTF8.GetByteCount(name) <= MostBytes;

    /// <summary>Tells whether a string is one part of a path that can be printed.</summary>
    internal static bool IsPathPart(string name) =>
        name is not ("" or "." or "..") && !name.AsSpan().ContainsAny('/', '\\') && !name.EnumerateRunes().Any(IsHidden);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
