namespace CodeRelay.Git;

/// <summary>One commit as `git log` gives it.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="Time">Committer time, UTC.</param>
/// <param name="Subject">First line of the message.</param>
/// <param name="Body">The rest of the message, may be empty.</param>
/// <param name="Paths">The paths it changed, when they were asked for.</param>
internal sealed record Commit(string Id, DateTimeOffset Time, string Subject, string Body, IReadOnlyList<string> Paths)
{
    /// <summary>The author's name as the commit gives it.</summary>
    public string Author { get; init; } = "";

    /// <summary>The id as people quote it.</summary>
    public string ShortId => Id[..Math.Min(7, Id.Length)];
}
