using System.Globalization;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// The only path from git to a host. It allows the file, ssh, https, http and git protocols and no remote helper that an address names;
/// it never prompts and writes only to the scratch repository.
/// </summary>
internal sealed class GitTransport : IDisposable
{
    private const string Protocols = "file:git:http:https:ssh";

    // Each is a default that some configurations replace with another round trip, ref or process.
    private static readonly string[] Options =
    [
        "-c", "protocol.version=2", "-c", "fetch.negotiationAlgorithm=noop", "-c", "push.negotiate=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
        "-c", "push.followTags=false", "-c", "push.gpgSign=false", "-c", "push.recurseSubmodules=no", "-c", "push.useForceIfIncludes=false",
        "-c", "fetch.prune=false", "-c", "fetch.pruneTags=false", "-c", "fetch.writeCommitGraph=false", "-c", "credential.interactive=false",
    ];

    private readonly RemoteAddress _address;
    private readonly ScratchRepository _scratch;
    private readonly GitCommand _git;

    private GitTransport(RemoteAddress address, ScratchRepository scratch, GitCommand git)
    {
        _address = address;
        _scratch = scratch;
        _git = git;
    }

    /// <summary>The remote's name in messages.</summary>
    public string Name => _address.Name;

    /// <param name="repository">The user's repository, or a plain directory.</param>
    /// <param name="remote">The name of a configured remote, or an address.</param>
    /// <param name="limit">The time for one git process; for all together when unasked.</param>
    /// <param name="isUnasked">See <see cref="RemoteAddress"/>.</param>
    /// <exception cref="RemoteException">No such remote exists, or git is missing.</exception>
    public static GitTransport Open(Repository repository, string remote, TimeSpan limit, bool isUnasked)
    {
        if (!GitCommand.IsInstalled)
            throw new RemoteException(RemoteFailure.Git, "git is not on PATH, and remotes are reached through it; install it");
        try
        {
            var address = RemoteAddress.Find(repository, remote, isUnasked);
            var scratch = ScratchRepository.Create(repository, address);
            // Where the user runs git: a remote may be a relative path.
            var git = new GitCommand(repository.Root)
            {
                TimeLimit = limit,
                TotalLimit = isUnasked ? limit : null,
                Environment = EnvironmentOf(address, scratch),
            };
            return new GitTransport(address, scratch, git);
        }
        catch (GitException e)
        {
            throw new RemoteException(RemoteFailure.Git, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RemoteException(RemoteFailure.Git, $"a temporary repository could not be created: {e.Message}", e);
        }
    }

    /// <summary>All refs below a prefix with their object ids. The host lists every ref it has.</summary>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    public IReadOnlyDictionary<string, string> ListAll(string prefix)
    {
        var refs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Ask("ls-remote", "--refs", "--quiet", _scratch.Remote, prefix + "*").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var objectId, var name] && name.StartsWith(prefix, StringComparison.Ordinal) && RelayRefs.IsObjectId(objectId))
                refs[name] = objectId;
        }

        return refs;
    }

    /// <summary>
    /// Fetches everything below some prefixes and returns it. The host lists only these refs, which `ls-remote` cannot ask for.
    /// </summary>
    /// <param name="prefixes">Each ends with '/'.</param>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    public IReadOnlyDictionary<string, string> FetchBelow(IReadOnlyCollection<string> prefixes)
    {
        var heads = Path.Combine(_scratch.Path, "FETCH_HEAD");
        File.Delete(heads);
        Fetch([.. prefixes.Select(prefix => $"+{prefix}*:{prefix}*")]);
        return File.Exists(heads) ? FetchHead.Read(heads) : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>Fetches objects.</summary>
    /// <exception cref="RemoteException">The remote cannot be used, or some objects are gone.</exception>
    public void FetchObjects(IReadOnlyCollection<string> objectIds) => Fetch(["--no-write-fetch-head", .. objectIds], isOption: 1);

    /// <summary>Pushes; the report may contain refusals of some or all refs.</summary>
    /// <exception cref="RemoteException">The host was not reached or did not answer: the result is unknown.</exception>
    public PushReport Push(bool isAtomic, IEnumerable<string> expected, IEnumerable<string> refspecs)
    {
        var result = Run("push", [isAtomic ? "--atomic" : "--no-atomic", "--porcelain", "--no-verify", "--no-thin", .. expected.Select(value => "--force-with-lease=" + value), _scratch.Remote, .. refspecs]);
        var report = PushReport.Parse(result);
        return report.IsAnswer ? report : throw TransportErrors.Explain(Name, result.Error);
    }

    /// <summary>Runs git in the scratch repository only.</summary>
    /// <exception cref="RemoteException">Git failed.</exception>
    public GitResult Local(ReadOnlyMemory<byte> input, params IEnumerable<string> arguments)
    {
        try
        {
            var result = _git.RunWithInput(input, arguments);
            return result.Succeeded ? result : throw TransportErrors.Explain(Name, result.Error);
        }
        catch (GitException e)
        {
            throw TransportErrors.Explain(Name, e);
        }
    }

    public void Dispose() => _scratch.Dispose();

    private void Fetch(IReadOnlyList<string> arguments, int isOption = 0)
    {
        string[] all = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-auto-maintenance", "--no-filter", .. arguments.Take(isOption), _scratch.Remote, .. arguments.Skip(isOption)];
        Ask("fetch", all);
    }

    private GitResult Ask(string verb, params IEnumerable<string> arguments)
    {
        var result = Run(verb, arguments);
        return result.Succeeded ? result : throw TransportErrors.Explain(Name, result.Error);
    }

    private GitResult Run(string verb, IEnumerable<string> arguments)
    {
        try
        {
            return _git.Run([.. Options, verb, .. arguments]);
        }
        catch (GitException e)
        {
            throw TransportErrors.Explain(Name, e);
        }
    }

    private static Dictionary<string, string?> EnvironmentOf(RemoteAddress address, ScratchRepository scratch)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["GIT_DIR"] = scratch.Path,
            // Its own configuration already has everything that counts.
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
            // Overrides protocol.*.allow of any configuration; stricter user settings stay.
            ["GIT_ALLOW_PROTOCOL"] = Environment.GetEnvironmentVariable("GIT_ALLOW_PROTOCOL") is { } allowed ? string.Join(':', allowed.Split(':').Intersect(Protocols.Split(':'))) : Protocols,
            // Empty: git uses neither this nor any other program that opens a window.
            ["GIT_ASKPASS"] = "",
            ["GCM_INTERACTIVE"] = "never",
            ["SSH_ASKPASS_REQUIRE"] = "force",
            ["SSH_ASKPASS"] = ExecutableFinder.Find("false") ?? "false",
        };
        // CI services pass credentials in these.
        foreach (var name in Enumerable.Range(0, ConfigCount()).SelectMany(i => new[] { Numbered("KEY", i), Numbered("VALUE", i) }).Append("GIT_CONFIG_COUNT"))
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                environment[name] = value;
        }

        if (SshCommand.WithoutQuestions(address.SshCommand) is { } ssh)
            environment["GIT_SSH_COMMAND"] = ssh;
        return environment;
    }

    private static string Numbered(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_{kind}_{number}");

    private static int ConfigCount() =>
        int.TryParse(Environment.GetEnvironmentVariable("GIT_CONFIG_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, 1000) : 0;
}

/// <summary>Git's record of a fetch.</summary>
internal static class FetchHead
{
    /// <summary>Reads refs with their object ids; foreign refs are skipped.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var refs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            // "<object>\t[not-for-merge]\t'<ref>' of <address>"
            if (line.Split('\t', 3) is [var objectId, _, var note] && note.StartsWith('\'') && note.IndexOf('\'', 1) is > 1 and var end
                && note[1..end] is var name && name.StartsWith(RelayRefs.Root, StringComparison.Ordinal) && RelayRefs.IsObjectId(objectId))
            {
                refs[name] = objectId;
            }
        }

        return refs;
    }
}

/// <summary>The program with which git reaches ssh hosts, without prompts for passwords or host keys.</summary>
internal static class SshCommand
{
    /// <param name="configured">`core.sshCommand`, or null.</param>
    /// <returns>A value for GIT_SSH_COMMAND; null where git finds the program itself, which may not know the option.</returns>
    public static string? WithoutQuestions(string? configured)
    {
        var command = Environment.GetEnvironmentVariable("GIT_SSH_COMMAND") ?? configured;
        if (command is null && Environment.GetEnvironmentVariable("GIT_SSH") is not null)
            return null;
        command ??= "ssh";
        return IsOpenSsh(command) ? command + " -o BatchMode=yes" : null;
    }

    private static bool IsOpenSsh(string command)
    {
        var text = command.TrimStart();
        var end = text.Length == 0 ? 0 : text[0] is '"' or '\'' ? text.IndexOf(text[0], 1) : text.IndexOf(' ', StringComparison.Ordinal);
        var program = (end < 0 ? text : text[..end]).TrimStart('"', '\'');
        return program.Split('/', '\\')[^1] is var name && (name.Equals("ssh", StringComparison.Ordinal) || name.Equals("ssh.exe", StringComparison.OrdinalIgnoreCase));
    }
}
