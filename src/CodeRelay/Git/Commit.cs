namespace CodeRelay.Git;

/// <summary>One commit from `git log`.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="Time">Committer time, UTC.</param>
/// <param name="Subject">First line of the message.</param>
/// <param name="Body">The rest of the message; may be empty.</param>
/// <param name="Paths">The changed paths, when requested.</param>
internal sealed record Commit(string Id, DateTimeOffset Time, string Subject, string Body, IReadOnlyList<string> Paths)
{
    /// <summary>The author's name as recorded in the commit.</summary>
    public string Author { get; init; } = "";

    /// <summary>The first seven digits of the id.</summary>
    public string ShortId => Id[..Math.Min(7, Id.Length)];
}
