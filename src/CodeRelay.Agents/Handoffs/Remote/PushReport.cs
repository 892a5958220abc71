using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>The result of `git push --porcelain` per ref.</summary>
internal sealed class PushReport
{
    private static readonly string[] Contention = ["stale info", "atomic push fail", "transaction failed", "failed to update ref", "failed to delete", "reference already exists", "cannot lock ref", "fetch first", "already exists", "failed to lock", "incorrect old value"];

    // Errors of a host that did answer.
    private static readonly string[] Answers = ["remote ref does not exist", "does not support --atomic"];

    private readonly Dictionary<string, (char Flag, string Summary)> _refs = new(StringComparer.Ordinal);

    private PushReport(bool succeeded, string error)
    {
        Succeeded = succeeded;
        Error = error;
    }

    /// <summary>True when every ref was updated.</summary>
    public bool Succeeded { get; }

    /// <summary>Git's error output.</summary>
    public string Error { get; }

    /// <summary>False when the connection ended before a report.</summary>
    public bool IsAnswer => Succeeded || _refs.Count > 0 || Answers.Any(answer => Error.Contains(answer, StringComparison.Ordinal));

    /// <summary>True when the host or one of its rules refuses, so that a retry is pointless.</summary>
    public bool IsRefusal => Refusal is not null;

    /// <summary>The host's own message, or null.</summary>
    public string? Refusal => _refs.Values
        .Where(entry => entry.Flag == '!' && entry.Summary.StartsWith("[remote rejected]", StringComparison.Ordinal) && !Contention.Any(words => entry.Summary.Contains(words, StringComparison.Ordinal)))
        .Select(entry => entry.Summary["[remote rejected]".Length..].Trim(' ', '(', ')'))
        .FirstOrDefault()
        ?? (Error.Contains("does not support --atomic", StringComparison.Ordinal) ? "it does not support atomic pushes" : null);

    /// <summary>True when the ref now has the pushed value.</summary>
    public bool IsDone(string name) => _refs.TryGetValue(name, out var entry) && entry.Flag != '!';

    /// <summary>True when git refused before sending, because the ref did not match the expected value.</summary>
    public bool IsStale(string name) => _refs.TryGetValue(name, out var entry) && entry.Flag == '!' && entry.Summary.Contains("stale info", StringComparison.Ordinal);

    public static PushReport Parse(GitResult result)
    {
        var report = new PushReport(result.Succeeded, result.Error);
        foreach (var line in result.Text.Split('\n'))
        {
            // "<flag>\t<from>:<to>\t<summary>"
            if (line.Split('\t') is [{ Length: 1 } flag, var refs, var summary] && refs.LastIndexOf(':') is >= 0 and var colon)
                report._refs[refs[(colon + 1)..]] = (flag[0], summary);
        }

        return report;
    }
}
