using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// Stores a remote's handoffs until their ownership is known: content and lease in files that survive the process. A later process finishes
/// the leases of a killed one.
/// </summary>
/// <param name="place">The recipient's place in the local inbox.</param>
/// <param name="remote">The remote's name; a lease from one remote is never checked against another.</param>
/// <param name="repositoryId">The local common git directory, which replaces the one in handoffs from elsewhere; null outside git.</param>
internal sealed class RemoteLanding(InboxPlace place, string remote, string? repositoryId)
{
    private const string ContentExtension = ".handoff";
    private const string LeaseExtension = ".claim";
    private const char Separator = '~';

    private string DirectoryPath => Path.Combine(Path.GetDirectoryName(place.Unread)!, "arriving");

    /// <summary>Stores a handoff where a later process finds it.</summary>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public void Keep(RemoteLease lease, ReadOnlyMemory<byte> content)
    {
        place.Create();
        Directory.CreateDirectory(DirectoryPath);
        Put(ContentOf(lease), Adopt(content.Span));
        Put(LeaseOf(lease.Token), System.Text.Encoding.UTF8.GetBytes($"{lease}\n{StableHash.Of(remote)}\n"));
    }

    /// <summary>Takes over the leases of dead processes to finish them. Among several processes one gets each.</summary>
    public IReadOnlyList<RemoteLease> TakeOver()
    {
        if (!Directory.Exists(DirectoryPath))
            return [];
        var left = new List<RemoteLease>();
        foreach (var file in Directory.EnumerateFiles(DirectoryPath, "*" + LeaseExtension).ToList())
        {
            if (Path.GetFileNameWithoutExtension(file).Split(Separator) is not [var token, var owner] || ProcessOwner.MayHaveMark(owner) || Read(file) is not { } lease)
                continue;
            if (Leases.TryRename(file, LeaseOf(token)))
                left.Add(lease);
        }

        return left;
    }

    /// <summary>Turns a won handoff into an unread one in the inbox. Repeating it does nothing.</summary>
    /// <returns>The new full path, or null when it had arrived before.</returns>
    public string? Arrive(RemoteLease lease)
    {
        var content = ContentOf(lease);
        return File.Exists(content) ? Publisher.Publish(content, place.Unread, lease.Handoff.Id) : null;
    }

    /// <summary>Removes the files of a lease; only after <see cref="Arrive"/>, or when another taker won.</summary>
    public void Forget(RemoteLease lease)
    {
        // The lease last: while it exists, a later process finishes it.
        Publisher.TryDelete(ContentOf(lease));
        Publisher.TryDelete(LeaseOf(lease.Token));
    }

    // Another machine's path would assign the handoff to a repository that does not exist here.
    private ReadOnlySpan<byte> Adopt(ReadOnlySpan<byte> content) =>
        repositoryId is not null && new HandoffText(content)["repository"] is { } other && other != repositoryId && ReceiptStamp.Set(content, "repository", repositoryId) is { } adopted ? adopted : content;

    private string ContentOf(RemoteLease lease) => Path.Combine(DirectoryPath, lease.Token + ContentExtension);

    // The name contains the owner, so that a rename transfers the lease.
    private string LeaseOf(string token) => Path.Combine(DirectoryPath, $"{token}{Separator}{ProcessOwner.Current.ProcessId}-{ProcessOwner.Current.Mark}{LeaseExtension}");

    private RemoteLease? Read(string file)
    {
        try
        {
            return File.ReadAllLines(file) is [var line, var hash] && hash == StableHash.Of(remote) && RemoteLease.TryParse(line, out var lease) ? lease : null;
        }
        catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Put(string path, ReadOnlySpan<byte> content) =>
        File.Move(Publisher.WriteTemporary(Path.GetDirectoryName(path)!, content), path, overwrite: true);
}
