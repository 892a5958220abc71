using System.Globalization;

namespace CodeRelay.Documents;

/// <summary>
/// Splits a text as the o200k tokenizer does before it merges letters (words with the character before them, three digits, runs of
/// punctuation, runs of space) and adds up the cost of the pieces.
/// </summary>
internal ref struct TokenCounter(ReadOnlySpan<char> text)
{
    private const int LongestNumber = 3;

    // Accented words are rare in English; in other languages long words without accents cost more too.
    private const double FewestAccents = 0.02;
    private const double AccentsOfForeignText = 0.07;
    private const double MostAccents = 0.35;
    private const int ShortForeignWord = 6;
    private const double ForeignLetter = 0.26;

    // In Japanese text, Chinese characters belong to rarer words.
    private const double JapaneseSurcharge = 0.1;
    private const double KanaShareOfJapanese = 1 / 3.0;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private double _tokens;
    private double _eastAsianTokens;
    private double _foreignSurcharge;
    private int _eastAsianLetters;
    private int _kana;
    private int _latinWords;
    private int _accentedWords;

    public double Run()
    {
        while (_at < _text.Length)
        {
            var c = _text[_at];
            var next = _at + 1 < _text.Length ? _text[_at + 1] : '\n';
            if (IsWordPart(c))
                Word(WordLead.None);
            else if (char.IsNumber(c))
                Number();
            else if (c is not ('\n' or '\r') && IsWordPart(next))
                WordBehind(c);
            else if (IsMark(c) || c == ' ' && IsMark(next))
                Marks();
            else
                Space();
        }

        return _tokens + Japanese() + Foreign();
    }

    private readonly double Japanese() =>
        _eastAsianLetters == 0 ? 0 : _eastAsianTokens * JapaneseSurcharge * Math.Min(1, _kana / (KanaShareOfJapanese * _eastAsianLetters));

    private readonly double Foreign()
    {
        var share = _latinWords == 0 ? 0 : (double)_accentedWords / _latinWords;
        return share is <= FewestAccents or >= MostAccents ? 0 : _foreignSurcharge * Math.Min(1, (share - FewestAccents) / (AccentsOfForeignText - FewestAccents));
    }

    private void WordBehind(char lead)
    {
        _at++;
        Word(lead == ' ' ? WordLead.Space : WordLead.Mark);
    }

    // A word ends before a capital that follows a lower-case letter; after a change of script the rest counts as a word without lead.
    private void Word(WordLead lead)
    {
        var start = _at;
        var script = Script.None;
        var (hasAccent, hasSmall, isCapitals) = (false, false, true);
        for (; _at < _text.Length && IsWordPart(_text[_at]); _at++)
        {
            var c = _text[_at];
            var isCapital = char.IsUpper(c);
            if (isCapital && hasSmall)
                break;
            var next = ScriptOf(c);
            if (next != script && script != Script.None)
            {
                Add(script, lead, _at - start, isCapitals, hasAccent);
                (lead, start, hasAccent) = (WordLead.None, _at, false);
            }

            script = next;
            hasSmall |= char.IsLower(c);
            isCapitals &= isCapital;
            hasAccent |= c >= '\u0080';
            _kana += c is >= '\u3040' and <= '\u30FF' ? 1 : 0;
        }

        Add(script, lead, _at - start, isCapitals, hasAccent);
    }

    private void Add(Script script, WordLead lead, int length, bool isCapitals, bool hasAccent)
    {
        isCapitals &= length > 1;
        var cost = TokenCosts.OfWord(script, lead, length, isCapitals, hasAccent);
        _tokens += cost;
        if (script == Script.EastAsian)
        {
            _eastAsianTokens += cost;
            _eastAsianLetters += length;
        }
        else if (script == Script.Latin)
        {
            _latinWords++;
            _accentedWords += hasAccent ? 1 : 0;
            _foreignSurcharge += hasAccent || isCapitals ? 0 : ForeignLetter * Math.Max(0, length - ShortForeignWord);
        }
    }

    private void Number()
    {
        for (var length = 0; length < LongestNumber && _at < _text.Length && char.IsNumber(_text[_at]); length++)
            _at++;
        _tokens++;
    }

    private void Marks()
    {
        _at += _text[_at] == ' ' ? 1 : 0;
        var (asciiRuns, otherRuns, length, previous) = (0, 0, 0, -1);
        for (; _at < _text.Length && IsMark(_text[_at]); _at++)
        {
            var c = _text[_at];
            if (char.IsLowSurrogate(c))
                continue;
            asciiRuns += c != previous && c < '\u0080' ? 1 : 0;
            otherRuns += c != previous && c >= '\u0080' ? 1 : 0;
            previous = c;
            length++;
        }

        // Line breaks and slashes after punctuation belong to it.
        while (_at < _text.Length && _text[_at] is '\n' or '\r' or '/')
            _at++;
        _tokens += TokenCosts.OfMarks(asciiRuns, otherRuns, length);
    }

    // All white space up to the last line break is one piece; the last space of an indentation belongs to the next word.
    private void Space()
    {
        var start = _at;
        var afterBreak = -1;
        for (; _at < _text.Length && char.IsWhiteSpace(_text[_at]); _at++)
            afterBreak = _text[_at] is '\n' or '\r' ? _at + 1 : afterBreak;
        _tokens++;
        if (afterBreak >= 0)
            _at = afterBreak;
        else if (_at < _text.Length && _at - start > 1)
            _at--;
    }

    private static bool IsMark(char c) => !char.IsWhiteSpace(c) && !char.IsNumber(c) && !IsWordPart(c);

    private static bool IsWordPart(char c) => c < '\u0080'
        ? char.IsAsciiLetter(c)
        : char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static Script ScriptOf(char c) => c switch
    {
        < '\u0370' or >= '\u1E00' and < '\u1F00' => Script.Latin,
        >= '\u0400' and < '\u0530' => Script.Cyrillic,
        >= '\u3040' and < '\u3100' or >= '\u3400' and < '\uA000' or >= '\uF900' and < '\uFB00' => Script.EastAsian,
        >= '\uAC00' and < '\uD7B0' or >= '\u1100' and < '\u1200' => Script.Hangul,
        _ => Script.Other,
    };
}
