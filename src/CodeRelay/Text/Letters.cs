using System.Globalization;

namespace CodeRelay.Text;

/// <summary>What a character is to the reader of terms.</summary>
internal static class Letters
{
    /// <summary>Letters, digits, marks that belong to a letter, and '_'.</summary>
    public static bool IsWord(char c) => c < 0x80
        ? char.IsAsciiLetterOrDigit(c) || c == '_'
        : char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Letters of scripts that put no space between words, and of Korean, whose words change their endings freely.</summary>
    public static bool IsUnspaced(char c) => c >= 0x0E00 && c is
        <= '\u0EFF' // Thai, Lao
        or >= '\u1000' and <= '\u109F' // Myanmar
        or >= '\u1780' and <= '\u17FF' // Khmer
        or >= '\u3040' and <= '\u30FF' // Hiragana, Katakana
        or >= '\u3400' and <= '\u9FFF' // Han
        or >= '\uAC00' and <= '\uD7AF' // Hangul
        or >= '\uF900' and <= '\uFAFF'; // Han, compatibility
}
