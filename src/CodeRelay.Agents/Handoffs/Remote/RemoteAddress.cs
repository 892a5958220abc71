using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// The configuration of a remote. In a command the user named the remote, and the repository's whole configuration counts, as for
/// `git fetch`. Unasked, at session start, the repository's own configuration supplies only the remote's address: no program that it names
/// runs.
/// </summary>
internal sealed class RemoteAddress
{
    // These settings define the user's repository, not the scratch one. Includes are already resolved.
    private static readonly string[] NotCopied = ["remote.", "branch.", "extensions.", "include.", "includeif.", "submodule.", "alias.", "core.bare", "core.worktree", "core.repositoryformatversion"];

    private static readonly string[] RemoteKeys = ["url", "pushurl", "proxy", "proxyauthmethod", "uploadpack", "receivepack"];

    // A bare repository on this machine has hooks, and a downloaded repository may name a remote that came with it.
    private const string WithoutHooks = "git -c core.hooksPath=/dev/null -c core.alternateRefsCommand= -c protocol.allow=never ";

    private RemoteAddress(string name, IReadOnlyDictionary<string, string> settings, IReadOnlyList<(string Key, string? Value)> copied, bool usesSha256)
    {
        Name = name;
        Settings = settings;
        Copied = copied;
        UsesSha256 = usesSha256;
    }

    /// <summary>The user's name for it, without a password, for messages.</summary>
    public string Name { get; }

    /// <summary>The keys of a `[remote]` section.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The configured program for ssh, or null.</summary>
    public string? SshCommand => Copied.LastOrDefault(setting => setting.Key == "core.sshcommand").Value;

    /// <summary>
    /// Every other relevant setting, in order, as git resolves it for the user's repository: an `includeIf "gitdir:…"`, which selects keys and
    /// passes CI tokens, would not match another directory. A null value is a key alone.
    /// </summary>
    public IReadOnlyList<(string Key, string? Value)> Copied { get; }

    /// <summary>True when the repository uses SHA-256 object ids.</summary>
    public bool UsesSha256 { get; }

    /// <exception cref="RemoteException">No such remote exists.</exception>
    public static RemoteAddress Find(Repository repository, string remote, bool isUnasked)
    {
        var settings = Read(repository);
        var mine = settings.Where(setting => RemoteOf(setting.Key) == remote && setting.Value is not null).ToArray();
        (string, string?)[] copied = [.. settings.Where(setting => (setting.Scope is "system" or "global" || !isUnasked) && !NotCopied.Any(name => setting.Key.StartsWith(name, StringComparison.Ordinal))).Select(setting => (setting.Key, setting.Value))];
        var usesSha256 = settings.LastOrDefault(setting => setting.Key == "extensions.objectformat").Value == "sha256";
        if (mine.Any(setting => setting.Key.EndsWith(".url", StringComparison.Ordinal)))
            return new RemoteAddress(remote, SettingsOf(mine, isUnasked), copied, usesSha256);
        if (!isUnasked && IsAddress(remote))
            return new RemoteAddress(WithoutPassword(remote), new Dictionary<string, string>(StringComparer.Ordinal) { ["url"] = remote }, copied, usesSha256);

        var names = settings.Select(setting => RemoteOf(setting.Key)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        throw new RemoteException(RemoteFailure.NoSuchRemote, $"there is no remote '{WithoutPassword(remote)}' here; {(names.Length == 0 ? "`git remote add <name> <url>` adds one" : $"there {(names.Length == 1 ? "is" : "are")}: {string.Join(", ", names)}")}");
    }

    /// <summary>Removes user name and password from every URL in a text.</summary>
    public static string WithoutPassword(string text)
    {
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var end = text.AsSpan(at + 3).IndexOfAny("/ '\"\n");
            var host = end < 0 ? text.AsSpan(at + 3) : text.AsSpan(at + 3, end);
            var mark = host.LastIndexOf('@');
            if (mark >= 0 && host[..mark].Contains(':'))
                text = text.Remove(at + 3, mark + 1);
        }

        return text;
    }

    private static Dictionary<string, string> SettingsOf(IEnumerable<(string Scope, string Key, string? Value)> mine, bool isUnasked)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, key, value) in mine)
        {
            var name = key[(key.LastIndexOf('.') + 1)..];
            // Git pushes to all of several addresses, and then no single one decides which taker was first.
            if (name is "url" or "pushurl")
                settings.TryAdd(name, value!);
            else if (!isUnasked && RemoteKeys.Contains(name))
                settings[name] = value!;
        }

        if (isUnasked && IsLocal(settings["url"]))
            settings["uploadpack"] = WithoutHooks + "upload-pack";
        if (isUnasked && IsLocal(settings.GetValueOrDefault("pushurl", settings["url"])))
            settings["receivepack"] = WithoutHooks + "receive-pack";
        return settings;
    }

    private static List<(string Scope, string Key, string? Value)> Read(Repository repository)
    {
        var settings = new List<(string, string, string?)>();
        var git = repository.Git ?? new GitCommand(repository.Root);
        var fields = git.Run("config", "--list", "--show-scope", "--null").Fields;
        for (var i = 0; i + 1 < fields.Count; i += 2)
        {
            // Settings from the command line are CodeRelay's own options for queries.
            if (fields[i] == "command")
                continue;
            var line = fields[i + 1].IndexOf('\n', StringComparison.Ordinal);
            settings.Add((fields[i], line < 0 ? fields[i + 1] : fields[i + 1][..line], line < 0 ? null : fields[i + 1][(line + 1)..]));
        }

        return settings;
    }

    private static string? RemoteOf(string key) =>
        key.StartsWith("remote.", StringComparison.Ordinal) && key.LastIndexOf('.') is > 7 and var end ? key[7..end] : null;

    // A bare word is an unknown name, even if a directory has that name.
    private static bool IsAddress(string remote) => remote.AsSpan().ContainsAny('/', '\\', ':') && !remote.StartsWith('-');

    // Git's rule: "host:path" is ssh, unless a slash comes first or it is a drive.
    private static bool IsLocal(string url)
    {
        if (url.Contains("://", StringComparison.Ordinal))
            return url.StartsWith("file://", StringComparison.OrdinalIgnoreCase);
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var slash = url.IndexOfAny(['/', '\\']);
        return colon < 0 || (slash >= 0 && slash < colon) || (OperatingSystem.IsWindows() && colon == 1);
    }
}
