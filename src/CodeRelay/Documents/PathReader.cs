using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>
/// Decides whether a word is a path. Rejects words that only look like one: addresses, versions, scopes, dates, media types,
/// registry keys, routes, machine paths, and words joined by a slash.
/// </summary>
internal static partial class PathReader
{
    private const int LongestPath = 300;

    /// <summary>Reads a word.</summary>
    /// <param name="word">Without white space, unless it is a whole code span.</param>
    /// <param name="isMarked">True in a code span, a fence or an argument, where a path is certainly meant as one.</param>
    /// <returns>Null when the word is not a path.</returns>
    public static PathToken? Read(string word, bool isMarked)
    {
        var (start, length) = Trim(word);
        if (length is < 2 or > LongestPath)
            return null;
        var token = word.Substring(start, length);
        // `@docs/guide.md` imports a file in some instruction files; `@types/sql.js` is a package.
        if (token[0] == '@' && FileNames.IsText(token))
        {
            token = token[1..];
            start++;
        }

        if (NotAPath().IsMatch(token))
            return null;
        var suffix = PathSuffix.Of(token);
        var path = token[..^suffix.Length];
        if (suffix.Length > 0 && !IsFileName(path[(path.LastIndexOfAny(['/', '\\']) + 1)..]))
            return null;
        return Normalize(path, isMarked) is { } shape ? new PathToken(start, path.Length, shape.Target, shape.IsCertain, shape.IsGlob, suffix) : null;
    }

    private static (string Target, bool IsCertain, bool IsGlob)? Normalize(string path, bool isMarked)
    {
        if (path.Contains('\\', StringComparison.Ordinal))
        {
            if (!WindowsPath().IsMatch(path))
                return null;
            path = path.Replace('\\', '/');
        }

        if (path.EndsWith("/...", StringComparison.Ordinal))
            path = path[..^3];
        var isRooted = path.StartsWith('/');
        var isDirectory = path.EndsWith('/');
        var target = Placeholder().Replace(path.Trim('/'), "*");
        var isPlaceholder = target != path.Trim('/');
        var isRelative = target.StartsWith("./", StringComparison.Ordinal) || target.StartsWith("../", StringComparison.Ordinal);
        while (target.StartsWith("./", StringComparison.Ordinal))
            target = target[2..];
        var segments = target.Split('/');
        if (target.Count(c => c == '{') != target.Count(c => c == '}') || segments.Any(segment => segment.Length == 0 || !Segment().IsMatch(segment)) || segments.All(IsNumber) || segments.SkipLast(1).Any(IsFileNameInList))
            return null;

        var isGlob = isPlaceholder || Glob().IsMatch(target);
        var name = segments[^1];
        var isCertain = !isPlaceholder && !isRooted && (segments.Length > 1 ? IsCertainPath(segments, isDirectory, isRelative, isMarked) : !isGlob && IsCertainName(name, isMarked));
        if (isRooted && !IsFileName(name))
            return null;
        if (!isCertain && !IsPossible(segments, isDirectory, isMarked))
            return null;
        return (target, isCertain, isGlob);
    }

    private static bool IsCertainPath(string[] segments, bool isDirectory, bool isRelative, bool isMarked)
    {
        if (IsFileName(segments[^1]))
            return isMarked || segments.Length > 2 || !FileNames.HasAmbiguousExtension(segments[^1]) && !Product().IsMatch(segments[^1]);
        if (!isMarked)
            return false;
        return isDirectory || isRelative || segments[0] is ['.', _, ..] || segments.Length > 2 && ConventionalRoot().IsMatch(segments[0]);
    }

    private static bool IsCertainName(string name, bool isMarked)
    {
        if (FileNames.IsDotFile(name))
            return true;
        if (name[0] == '.' || !FileNames.HasKnownExtension(name) || Product().IsMatch(name) || Member().IsMatch(name))
            return false;
        return isMarked ? !FileNames.HasAmbiguousExtension(name) : !FileNames.HasAmbiguousExtension(name) && FileNames.Extension(name).Length > 1;
    }

    // A word whose shape is uncertain can still be an existing path.
    private static bool IsPossible(string[] segments, bool isDirectory, bool isMarked)
    {
        var name = segments[^1];
        if (segments.Length == 1)
            return isDirectory ? isMarked : isMarked ? (name.Contains('.', StringComparison.Ordinal) || FileNames.IsBareName(name)) && !IsNumber(name) && !Extension().IsMatch(name) : FileNames.HasKnownExtension(name) && !Member().IsMatch(name);
        return isMarked || isDirectory || IsFileName(name) || segments[0] is ['.', _, ..];
    }

    private static bool IsFileName(string name) => FileNames.HasKnownExtension(name) || FileNames.IsBareName(name) || FileNames.IsDotFile(name);

    // `Build.props/targets` and `README.md/CHANGELOG.md` are lists; `visual.spec.ts-snapshots/` and `App.Web/` are directories.
    private static bool IsFileNameInList(string segment) => (FileNames.IsSource(segment) || FileNames.IsText(segment) || Listed().IsMatch(segment)) && segment[0] != '.';

    private static bool IsNumber(string segment) => Number().IsMatch(segment);

    private static (int Start, int Length) Trim(string word)
    {
        var (start, end) = (0, word.Length);
        for (var changed = true; changed && start < end;)
        {
            changed = false;
            if (IsOpening(word[start]) || IsUnbalanced(word, start, end, word[start]))
            {
                start++;
                changed = true;
            }

            if (end > start && (IsClosing(word[end - 1]) || IsFinalStop(word, start, end) || IsUnbalanced(word, start, end, word[end - 1])))
            {
                end--;
                changed = true;
            }
        }

        return (start, end - start);
    }

    private static bool IsOpening(char c) => c is '"' or '\'' or '`' or '“' or '‘' or '«';

    private static bool IsClosing(char c) => c is '"' or '\'' or '`' or '”' or '’' or '»' or ',' or ';' or ':' or '!' or '。' or '，';

    private static bool IsFinalStop(string word, int start, int end) =>
        word[end - 1] == '.' && !(end - start >= 3 && word.AsSpan(end - 3, 3) is "..." or "/..") || word[end - 1] == '?' && end - start > 1;

    private static bool IsUnbalanced(string word, int start, int end, char bracket)
    {
        var (open, close) = bracket switch
        {
            '(' or ')' => ('(', ')'),
            '[' or ']' => ('[', ']'),
            '{' or '}' => ('{', '}'),
            '<' or '>' => ('<', '>'),
            _ => ('\0', '\0'),
        };
        if (open == '\0')
            return false;
        var text = word.AsSpan(start, end - start);
        return bracket == open ? text.Count(open) > text.Count(close) || text[^1] == close && text.Count(open) == 1 : text.Count(close) > text.Count(open);
    }

    [GeneratedRegex(
        """
        ^ (?: - | ~ | \$ | % | \\\\ | [A-Za-z]:[\\/] | // | (?:HKLM|HKCU|HKCR|HKU|HKEY_\w+)\b )   # options, machine paths, registry keys
        | :// | ^(?:www\.|mailto:|file:|data:)                                                     # addresses
        | \$[A-Z_{(] | [`|;"=] | %\w | \(\)                                                        # variables, assignments, calls
        | ^[^/]+@[^/]+$ (?<!\.(?:png|jpe?g|gif|webp|svg))                                          # mail addresses, package@version, branch@commit
        | ^@[\w.-]+/                                                                               # package scopes
        | ^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$                                                         # versions
        | ^(?:application|image|text|audio|video|multipart|font|model)/[\w.+-]+$ (?<!\.\w{2,4})    # media types
        | ^(?:[a-z0-9-]+\.)+(?:com|org|io|net|dev|ai|app|co|edu|gov|cloud|local|page|site|xyz|info)(?:[/:]|$)
        | ^(?:refs|origin|upstream|remotes)/ | (?:^|/)path/to/ | ^[\d./:-]+$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotAPath();

    [GeneratedRegex(@"^(?:\.{1,2}\\)?(?:[\w .@*+{},-]{2,}\\)+(?:[\w .@*+{},-]*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WindowsPath();

    [GeneratedRegex(@"<[^<>/]*>|\{[^{},/]*\}|\.\.\.|…|\b(?:X{3,}|N{3,}|YYYY(?:-?MM(?:-?DD)?)?)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}._\-+@*?{}\[\](),!&'~#$ ]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Segment();

    [GeneratedRegex(@"[*?]|\{[^{}]*,[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Glob();

    [GeneratedRegex(@"^v?[\d.,:+~-]+[%xkKmM]?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\.(?:props|targets|json|ya?ml|toml|xml)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listed();

    [GeneratedRegex("^(?:src|tests?|docs?|lib|libs|app|apps|packages|internal|cmd|pkg|scripts?|tools?|examples?|samples|templates|assets|config|build|eng|web|server|client|backend|frontend|modules|services|components|public|infra|deploy)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ConventionalRoot();

    // Node.js, Next.js: product names are a capitalised word with the extension of a language.
    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*\.(?:js|ts|rs|py|go|ml)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Product();

    [GeneratedRegex(@"^(?:console|process|this|self|window|document|module|exports|import|meta|res|req|response|request|event|err|error|state|props|obj|args|app|ctx|context|data|result|e|x)\.(?:log|env|map|key|json|js|config|props|db|data|http|socket|service|rest|text|html|lock|d|s)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();

    // `.tsx` alone means files of that kind.
    [GeneratedRegex(@"^\*?\.[A-Za-z0-9]{1,8}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extension();
}
