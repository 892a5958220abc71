using System.Buffers;

namespace CodeRelay.Rules.Safety;

/// <summary>A path that exists on one machine only.</summary>
internal readonly record struct MachinePathMatch(int Start, int Length);

/// <summary>
/// Finds home directories, drive paths, mounts and network shares. Skips paths that are the same on every machine (/usr/bin, /etc, /tmp, Program Files),
/// accounts of containers and CI, placeholders and web routes.
/// </summary>
internal static class MachinePaths
{
    private static readonly SearchValues<char> Candidates = SearchValues.Create("/\\~:");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`<>|,;()[]{}*?，。；：）」』】");
    private static readonly SearchValues<char> Placeholders = SearchValues.Create("<{$%*…");
    private static readonly HashSet<string> SharedAccounts = new(StringComparer.OrdinalIgnoreCase)
    {
        "user", "username", "you", "me", "name", "someone", "youruser", "yourname", "your-name", "your_user", "runner", "node", "app", "vscode", "site", "circleci", "jovyan", "linuxbrew", "gitpod", "codespace", "vagrant", "ubuntu", "appuser", "shared", "public", "default",
    };

    private static readonly HashSet<string> SharedFolders = new(StringComparer.OrdinalIgnoreCase) { "windows", "program files", "program", "program files (x86)", "programdata", "inetpub", "path", "users", "foo", "example", "your", "my", "some" };
    private static readonly HashSet<string> Routes = new(StringComparer.OrdinalIgnoreCase) { "index", "page", "dashboard", "settings", "profile", "feed", "search" };
    private static readonly string[] Mounts = ["/mnt/", "/media/", "/Volumes/"];

    /// <param name="text">The text of a document.</param>
    /// <param name="knowsTools">True to skip settings of tools (<c>~/.ssh</c>), which every user has.</param>
    public static IEnumerable<MachinePathMatch> Find(string text, bool knowsTools = false)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            if (StartOf(text, at) is not { } start)
                continue;
            var length = LengthAt(text, start);
            if (length <= 2 || !IsOfOneMachine(text.AsSpan(start, length)) || knowsTools && IsOfTool(text.AsSpan(start, length)))
                continue;
            yield return new(start, length);
            at = start + length - 1;
        }
    }

    private static int Next(string text, int from)
    {
        var found = from < text.Length ? text.AsSpan(from).IndexOfAny(Candidates) : -1;
        return found < 0 ? -1 : from + found;
    }

    // A path begins a word; a drive letter comes before its colon, and "file:///" may come before the path.
    private static int? StartOf(string text, int at)
    {
        if (text[at] == ':')
        {
            var isDrive = at > 0 && char.IsAsciiLetter(text[at - 1]) && at + 1 < text.Length && text[at + 1] is '\\' or '/' && !(at + 2 < text.Length && text[at + 1] == '/' && text[at + 2] == '/');
            return isDrive && (IsBoundary(text, at - 1) || IsFileUrl(text, at - 1)) ? at - 1 : null;
        }

        return IsBoundary(text, at) || text[at] == '/' && IsFileUrl(text, at) ? at : null;
    }

    private static bool IsBoundary(string text, int at) => at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]) && text[at - 1] is not ('/' or '\\' or '.' or '_' or '-' or '~' or '}' or '>' or '*' or '%' or '$' or ':' or '@')
        || text[at - 1] == ':' && at > 1 && !char.IsAsciiLetterOrDigit(text[at - 2]) || text[at - 1] == '*' && at > 1 && text[at - 2] == '*';

    private static bool IsFileUrl(string text, int at) => text.AsSpan(0, at).EndsWith("file://", StringComparison.OrdinalIgnoreCase) || text.AsSpan(0, at).EndsWith("file:///", StringComparison.OrdinalIgnoreCase);

    // A quoted path may contain blanks; it ends with the quotes.
    private static int LengthAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (start > 0 && text[start - 1] is '`' or '"' or '\'' && rest.IndexOfAny(text[start - 1], '\n') is var close and > 0 && rest[close] == text[start - 1] && !rest[..close].Contains(" -", StringComparison.Ordinal))
            return close;
        var length = rest.IndexOfAny(Ends);
        return (length < 0 ? rest : rest[..length]).TrimEnd(".:!").Length;
    }

    private static bool IsOfOneMachine(ReadOnlySpan<char> path)
    {
        // macOS and Windows give every account the same directories for application data.
        if (path.StartsWith("~/Library/") || path.StartsWith("~/AppData/") || path.StartsWith("~\\AppData\\"))
            return false;
        if (path is ['~', '/' or '\\', var first, ..])
            return char.IsLetterOrDigit(first) || first is '.' or '_';
        if (path is [_, ':', ..])
            return IsDrivePath(path[2..]);
        if (path.StartsWith("\\\\"))
            return IsShare(path[2..]);
        if (path.StartsWith("/home/") || path.StartsWith("/Users/"))
            return IsHome(path[1..]);
        if (path.StartsWith("/root/"))
            return path.Length > "/root/".Length;
        if (path is ['/', >= 'a' and <= 'z', '/', ..] && path[2..].StartsWith("/Users/", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var mount in Mounts)
        {
            if (path.StartsWith(mount))
                return path.Length > mount.Length && char.IsLetterOrDigit(path[mount.Length]);
        }

        return false;
    }

    private static bool IsOfTool(ReadOnlySpan<char> path) => path is ['~', '/' or '\\', '.', ..];

    private static bool IsDrivePath(ReadOnlySpan<char> path)
    {
        var rest = path.TrimStart("\\/");
        var folder = Segment(rest);
        if (folder.IsEmpty || folder.ContainsAny(Placeholders) || !char.IsLetterOrDigit(folder[0]) && folder[0] is not ('_' or '.'))
            return false;
        if (folder.Equals("users", StringComparison.OrdinalIgnoreCase))
            return IsAccount(Segment(rest[folder.Length..].TrimStart("\\/")));
        return !SharedFolders.Contains(folder.ToString());
    }

    // home/ann is as often a route as a directory; home/ann/work is not a route.
    private static bool IsHome(ReadOnlySpan<char> path)
    {
        var rest = path[(path.IndexOf('/') + 1)..];
        var account = Segment(rest);
        return IsAccount(account) && !Routes.Contains(account.ToString()) && (rest.Length > account.Length + 1 || path[0] == 'U');
    }

    private static bool IsAccount(ReadOnlySpan<char> account) =>
        !account.IsEmpty && !account.ContainsAny(Placeholders) && !SharedAccounts.Contains(account.ToString()) && account is not [':', ..];

    // "\\server\share"; "\\.\pipe" and "\\?\" are device names, "\\n" is an escape.
    private static bool IsShare(ReadOnlySpan<char> path)
    {
        var server = Segment(path);
        var share = server.Length < path.Length ? Segment(path[(server.Length + 1)..]) : default;
        return server.Length >= 2 && share.Length >= 2 && char.IsLetterOrDigit(server[0]) && char.IsLetterOrDigit(share[0]) && !server.ContainsAny(Placeholders) && !share.ContainsAny(Placeholders);
    }

    private static ReadOnlySpan<char> Segment(ReadOnlySpan<char> path) => path.IndexOfAny('/', '\\') is var end and >= 0 ? path[..end] : path;
}
