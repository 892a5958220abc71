using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>Translates errors of git, ssh and curl into problem and remedy.</summary>
internal static class TransportErrors
{
    // The first match counts: ssh names the cause before git reports that it could not read.
    private static readonly (RemoteFailure Failure, string What, string[] Words)[] Table =
    [
        (RemoteFailure.Refused, "only file, ssh, https, http and git addresses are used for handoffs", ["' not allowed"]),
        (RemoteFailure.Authentication, "log in once with `git fetch`, or load the key into the ssh agent; coderelay does not ask for passwords",
            ["Permission denied", "Authentication failed", "could not read Username", "could not read Password", "terminal prompts disabled", "Host key verification failed", "returned error: 401", "returned error: 403", "Invalid username or", "dubious ownership"]),
        (RemoteFailure.Offline, "handoffs wait on the remote; try again when it can be reached",
            ["Could not resolve", "unable to look up", "Connection refused", "Connection timed out", "Operation timed out", "Network is unreachable", "No route to host", "Failed to connect", "Couldn't connect", "unable to connect", "Connection reset", "Connection closed", "kex_exchange_identification", "returned error: 5", "SSL"]),
        (RemoteFailure.NoSuchRepository, "see `git remote -v` for its address, and whether you may read it",
            ["does not appear to be a git repository", "epository not found", "' not found", "No such file or directory", "returned error: 404", "no such repository"]),
        (RemoteFailure.Git, "the repository here and the remote name objects differently (sha1, sha256); send from a clone of that remote", ["mismatched algorithms", "object format"]),
        (RemoteFailure.Refused, "the host's rules do not allow it", ["declined", "denied", "prohibited", "rejected", "not permitted"]),
        (RemoteFailure.Offline, "the connection broke; try again", ["hung up", "early EOF", "RPC failed", "unexpected disconnect", "Broken pipe"]),
    ];

    private static readonly string[] Noise = ["Please make sure", "and the repository exists", "Could not read from remote repository", "error: failed to push"];

    public static RemoteException Explain(string remote, string error)
    {
        var lines = error.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !Noise.Any(noise => line.Contains(noise, StringComparison.Ordinal))).ToArray();
        foreach (var (failure, what, words) in Table)
        {
            if (lines.FirstOrDefault(line => words.Any(word => line.Contains(word, StringComparison.Ordinal))) is { } line)
                return new RemoteException(failure, $"{Beginning(failure)} remote '{remote}' ({Quote(line)}): {what}");
        }

        return new RemoteException(RemoteFailure.Git, $"git failed at remote '{remote}' ({Quote(lines.LastOrDefault() ?? "without a message")}); try `git ls-remote` to see whether the remote works");
    }

    public static RemoteException Explain(string remote, GitException e) => e.Message.Contains("took longer", StringComparison.Ordinal)
        ? new RemoteException(RemoteFailure.TimeLimit, $"remote '{remote}' did not answer in time ({e.Message}); try again, or measure it with `git ls-remote`", e)
        : new RemoteException(RemoteFailure.Git, $"{e.Message}, at remote '{remote}'", e);

    public static RemoteException Refused(string remote, string words) => new(
        RemoteFailure.Refused,
        $"remote '{remote}' refuses refs below {RelayRefs.Root} ({Quote(words)}); allow them there, or use another remote with `--remote`");

    private static string Beginning(RemoteFailure failure) => failure switch
    {
        RemoteFailure.Offline => "cannot reach",
        RemoteFailure.Authentication => "access denied by",
        RemoteFailure.NoSuchRepository => "no repository at",
        RemoteFailure.Refused => "refused for",
        _ => "git failed at",
    };

    // A host may send anything.
    private static string Quote(string line)
    {
        var text = string.Concat(RemoteAddress.WithoutPassword(line).Where(c => !char.IsControl(c)));
        foreach (var prefix in new[] { "fatal: ", "error: ", "remote: " })
            text = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        return text.Length <= 200 ? text : text[..200];
    }
}
