using System.Globalization;

namespace CodeRelay.Text;

/// <summary>Classifies characters for splitting text into words.</summary>
internal static class Letters
{
    /// <summary>True for letters, digits, combining marks and '_'.</summary>
    public static bool IsWord(char c) => c < 0x80
        ? char.IsAsciiLetterOrDigit(c) || c == '_'
        : char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>True for letters of scripts without spaces between words, and of Korean, whose words vary in their endings.</summary>
    public static bool IsUnspaced(char c) => c >= 0x0E00 && c is
        <= '\u0EFF' // Thai, Lao
        or >= '\u1000' and <= '\u109F' // Myanmar
        or >= '\u1780' and <= '\u17FF' // Khmer
        or >= '\u3040' and <= '\u30FF' // Hiragana, Katakana
        or >= '\u3400' and <= '\u9FFF' // Han
        or >= '\uAC00' and <= '\uD7AF' // Hangul
        or >= '\uF900' and <= '\uFAFF'; // Han, compatibility
}
