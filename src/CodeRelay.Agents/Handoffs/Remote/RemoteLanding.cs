using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// Where handoffs of a remote are kept while it is not known whether they are ours: content and claim in files that outlive the process.
/// A later process brings to an end what one that was killed has left.
/// </summary>
/// <param name="place">The recipient's place in the local inbox.</param>
/// <param name="remote">The remote's name; what was begun with one is not asked of another.</param>
/// <param name="repositoryId">The common git directory here, which handoffs from elsewhere are made to belong to; null outside git.</param>
internal sealed class RemoteLanding(InboxPlace place, string remote, string? repositoryId)
{
    private const string ContentExtension = ".handoff";
    private const string ClaimExtension = ".claim";
    private const char Separator = '~';

    private string DirectoryPath => Path.Combine(Path.GetDirectoryName(place.Unread)!, "arriving");

    /// <summary>Puts a handoff where a later process finds it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Keep(RemoteLease claim, ReadOnlyMemory<byte> content)
    {
        place.Create();
        Directory.CreateDirectory(DirectoryPath);
        Put(ContentOf(claim), Adopt(content.Span));
        Put(ClaimOf(claim.Token), System.Text.Encoding.UTF8.GetBytes($"{claim}\n{StableHash.Of(remote)}\n"));
    }

    /// <summary>Takes over the claims of processes that have ended, to bring them to an end now. Among several processes one gets each.</summary>
    public IReadOnlyList<RemoteLease> TakeOver()
    {
        if (!Directory.Exists(DirectoryPath))
            return [];
        var left = new List<RemoteLease>();
        foreach (var file in Directory.EnumerateFiles(DirectoryPath, "*" + ClaimExtension).ToList())
        {
            if (Path.GetFileNameWithoutExtension(file).Split(Separator) is not [var token, var owner] || ProcessOwner.MayHaveMark(owner) || Read(file) is not { } claim)
                continue;
            if (Leases.TryRename(file, ClaimOf(token)))
                left.Add(claim);
        }

        return left;
    }

    /// <summary>Makes a handoff that is ours one like any other, unread. Doing it again does nothing.</summary>
    /// <returns>The full path that it has now, or null when it was done before.</returns>
    public string? Arrive(RemoteLease claim)
    {
        var content = ContentOf(claim);
        return File.Exists(content) ? Publisher.Publish(content, place.Unread, claim.Handoff.Id) : null;
    }

    /// <summary>Removes what is kept of a claim; only after <see cref="Arrive"/>, or when somebody else won.</summary>
    public void Forget(RemoteLease claim)
    {
        // The claim last: as long as it is there, somebody asks how it ended.
        Publisher.TryDelete(ContentOf(claim));
        Publisher.TryDelete(ClaimOf(claim.Token));
    }

    // A path of another machine would make it a handoff of a repository that nobody here has.
    private ReadOnlySpan<byte> Adopt(ReadOnlySpan<byte> content) =>
        repositoryId is not null && new HandoffText(content)["repository"] is { } other && other != repositoryId && ReceiptStamp.Set(content, "repository", repositoryId) is { } adopted ? adopted : content;

    private string ContentOf(RemoteLease claim) => Path.Combine(DirectoryPath, claim.Token + ContentExtension);

    // Whose it is stands in the name, so that a rename takes it over.
    private string ClaimOf(string token) => Path.Combine(DirectoryPath, $"{token}{Separator}{ProcessOwner.Current.ProcessId}-{ProcessOwner.Current.Mark}{ClaimExtension}");

    private RemoteLease? Read(string file)
    {
        try
        {
            return File.ReadAllLines(file) is [var line, var hash] && hash == StableHash.Of(remote) && RemoteLease.TryParse(line, out var claim) ? claim : null;
        }
        catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Put(string path, ReadOnlySpan<byte> content) =>
        File.Move(Publisher.WriteTemporary(Path.GetDirectoryName(path)!, content), path, overwrite: true);
}
