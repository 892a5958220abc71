using System.Text.RegularExpressions;
using CodeRelay.Evidence.Manifests;
using CodeRelay.Text;

namespace CodeRelay.Rules.Redundancy;

/// <summary>Finds the manifest entries that a statement about the stack restates.</summary>
internal sealed partial class StackWords
{
    private static readonly PhraseList Uses = new(
        "uses", "we use", "using", "built with", "built on", "written in", "based on", "runs on", "powered by", "verwendet", "verwenden", "nutzt", "nutzen", "utilise", "utilisons", "usa", "usamos", "utiliza", "utilizamos", "usiamo", "używa*", "kullan*", "использу*", "написан* на",
        "使用", "采用", "基于", "利用", "사용", "sử dụng", "dùng");

    private readonly ManifestIndex _manifests;
    private readonly string[] _words;
    private readonly List<ManifestEntry> _found = [];
    private int _covered;
    private int _versions;

    private StackWords(ManifestIndex manifests, string text)
    {
        IsUse = Uses.IsIn(text);
        _manifests = manifests;
        _words = [.. Word().Matches(text).Select(match => match.Value.TrimEnd('.', '-', '/')).Where(word => word.Length > 0)];
        for (var at = 0; at < _words.Length;)
            at = Next(at);
    }

    /// <summary>The entries in the statement, in order; null when it contains more than the manifests do.</summary>
    public static IReadOnlyList<ManifestEntry>? Cover(ManifestIndex manifests, string text)
    {
        // The label of "Test stack: xUnit + …" is not part of the statement; that of "Version: 1.10.0" is.
        var said = new[] { AfterLabel(text), text }.Select(part => new StackWords(manifests, part)).FirstOrDefault(words => words.IsSaid);
        return said is null ? null : [.. said._found.DistinctBy(entry => (entry.Path, entry.Line))];
    }

    private bool IsUse { get; }

    // Two names, or one name with its version, and few other words.
    private bool IsSaid
    {
        get
        {
            var names = _found.Select(entry => (entry.Path, entry.Line)).Distinct().Count();
            var content = _words.Count(word => word.Length >= 3 || char.IsAsciiDigit(word[0]));
            // "We use Dapper": a single package is only a statement with such a verb.
            if (names == 1 && _versions == 0 && content <= 3 && IsUse)
                return true;
            return (names >= 3 || names >= 1 && _versions >= 1 || names == 2 && content <= 3) && _covered * 10 >= content * 6;
        }
    }

    private int Next(int at)
    {
        for (var length = Math.Min(ManifestIndex.LongestName, _words.Length - at); length > 0; length--)
        {
            if (length == 1 && IsVersion(_words[at]))
                break;
            var entries = _manifests.Find(_words.AsSpan(at, length));
            if (entries.Count == 0)
                continue;
            var version = at + length < _words.Length && IsVersion(_words[at + length]) ? _words[at + length] : null;
            var entry = version is null ? entries[0] : entries.FirstOrDefault(entry => HasVersion(entry.Value, version));
            if (entry is null)
                return at + length + 1;
            _found.Add(entry);
            _covered += length + (version is null ? 0 : 1);
            _versions += version is null ? 0 : 1;
            return at + length + (version is null ? 0 : 1);
        }

        return at + 1;
    }

    // 10 is a shorter form of the manifest's 10.0.4; a longer version is a different one.
    private static bool HasVersion(string value, string version)
    {
        var wanted = Numbers(version);
        var there = Numbers(value);
        return wanted.Length > 0 && wanted.Length <= Math.Max(there.Length, 1) && there.Take(wanted.Length).SequenceEqual(wanted, StringComparer.Ordinal)
            || wanted.Length > there.Length && there.Length > 0 && wanted.Take(there.Length).SequenceEqual(there, StringComparer.Ordinal) && wanted.Skip(there.Length).All(number => number == "0");
    }

    private static string[] Numbers(string version) => [.. Digits().Matches(version).Take(4).Select(match => match.Value)];

    private static bool IsVersion(string word) => Version().IsMatch(word);

    private static string AfterLabel(string text)
    {
        var match = Label().Match(text);
        return match.Success && match.Length < text.Length ? text[match.Length..] : text;
    }

    [GeneratedRegex(@"@?[\p{L}\p{N}.][\p{L}\p{N}_.#/-]*[+]{0,2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\A\W*(?:\w+[ -]?){1,4}[*_]*\s*(?:[:：|—–]|\s-\s)[*_]*\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[v^~]?\d+(?:\.(?:\d+|x))*\+?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
