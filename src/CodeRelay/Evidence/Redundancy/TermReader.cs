using CodeRelay.Text;

namespace CodeRelay.Evidence.Redundancy;

/// <summary>The form of a term, which determines its weight.</summary>
internal enum TermKind
{
    /// <summary>A word, or a number.</summary>
    Word,

    /// <summary>A part of an identifier, path or hyphenated word, besides the whole.</summary>
    Part,

    /// <summary>An identifier, file name, version or other compound as a whole.</summary>
    Compound,

    /// <summary>Two neighbouring letters of a script without spaces.</summary>
    Pair,
}

/// <summary>A term of a text, as a hash of its normal form.</summary>
/// <param name="Hash">Equal for words that differ only in case or ending.</param>
/// <param name="Kind">The form in this text; the same hash may have another form elsewhere.</param>
internal readonly record struct Term(ulong Hash, TermKind Kind);

/// <summary>
/// Splits text of any script into terms: stemmed words, identifiers as a whole and by their parts, file names, versions, and pairs of
/// letters in scripts without spaces. Allocates no strings, so that thousands of files take milliseconds.
/// </summary>
internal ref struct TermReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _end;
    private Mode _mode;

    private enum Mode
    {
        Between,
        Compound,
        Pairs,
    }

    public Term Current { get; private set; }

    /// <summary>Reads the next term, or returns false at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            switch (_mode)
            {
                case Mode.Between when !FindStart():
                    return false;
                case Mode.Compound when NextPart():
                case Mode.Pairs when NextPair():
                    return true;
            }
        }
    }

    private bool FindStart()
    {
        while (_at < _text.Length && !Letters.IsWord(_text[_at]))
            _at++;
        if (_at == _text.Length)
            return false;
        _end = _at;
        if (Letters.IsUnspaced(_text[_at]))
        {
            while (_end < _text.Length && Letters.IsUnspaced(_text[_end]))
                _end++;
            _mode = Mode.Pairs;
            return true;
        }

        while (_end < _text.Length && (IsSpacedWord(_text[_end]) || JoinsWords(_end)))
            _end++;
        _mode = Mode.Compound;
        _whole = Whole();
        return true;
    }

    private Term? _whole;

    // "src/App.cs", "0.4.0", "first-class": one term, though no single character shows it.
    private readonly bool JoinsWords(int at) =>
        _text[at] is '.' or '-' or '/' or '\\' && at + 1 < _text.Length && IsSpacedWord(_text[at + 1]);

    private readonly Term? Whole()
    {
        var compound = _text[_at.._end];
        var name = compound[(compound.LastIndexOfAny('/', '\\') + 1)..];
        return name.Length >= 3 && IsCompound(name) ? new Term(Hashing.Of(name), TermKind.Compound) : null;
    }

    private static bool IsCompound(ReadOnlySpan<char> name)
    {
        for (var i = 1; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]) || IsBoundary(name, i))
                return true;
        }

        return false;
    }

    private bool NextPart()
    {
        if (_whole is { } whole)
        {
            Current = whole;
            _whole = null;
            _isPart = true;
            return true;
        }

        while (_at < _end)
        {
            if (!char.IsLetterOrDigit(_text[_at]))
            {
                _at++;
                continue;
            }

            var start = _at++;
            while (_at < _end && Letters.IsWord(_text[_at]) && _text[_at] != '_' && !IsBoundary(_text, _at))
                _at++;
            var part = _text[start.._at];
            // A possessive or contracted ending is not a word of its own.
            if (_at == _end && _at + 1 < _text.Length && _text[_at] is '\'' or '\u2019')
                SkipEnding();
            if (part.Length < 2 && (_isPart || !char.IsAsciiDigit(part[0])))
                continue;
            Current = new Term(Hashing.Of(Stem.Of(part)), _isPart ? TermKind.Part : TermKind.Word);
            return true;
        }

        _isPart = false;
        _mode = Mode.Between;
        return false;
    }

    private bool _isPart;

    private void SkipEnding()
    {
        var next = _at + 1;
        while (next < _text.Length && char.IsAsciiLetter(_text[next]))
            next++;
        if (next - _at is 2 or 3)
            _at = _end = next;
    }

    private bool NextPair()
    {
        var length = Math.Min(2, _end - _at);
        if (length == 0)
        {
            _mode = Mode.Between;
            return false;
        }

        Current = new Term(Hashing.Of(_text.Slice(_at, length)), TermKind.Pair);
        // The last letter was already the second of a pair.
        _at = _end - _at <= 2 ? _end : _at + 1;
        return true;
    }

    private static bool IsSpacedWord(char c) => Letters.IsWord(c) && !Letters.IsUnspaced(c);

    // aB, 1a, a1, and the B of ABc
    private static bool IsBoundary(ReadOnlySpan<char> text, int at)
    {
        var (before, here) = (text[at - 1], text[at]);
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;
        if (!char.IsUpper(here))
            return false;
        return char.IsLower(before) || at + 1 < text.Length && char.IsUpper(before) && char.IsLower(text[at + 1]);
    }
}
