using CodeRelay.Workspace;

namespace CodeRelay.Relay.Remote;

/// <summary>
/// Where handoffs of a remote are kept while it is not known whether they are ours: content and claim in files that outlive the process.
/// A later process brings to an end what one that was killed has left.
/// </summary>
/// <param name="place">The recipient's place in the local inbox.</param>
/// <param name="remote">The remote's name; what was begun with one is not asked of another.</param>
internal sealed class RemoteLanding(InboxPlace place, string remote)
{
    private const string ContentExtension = ".handoff";
    private const string ClaimExtension = ".claim";

    private string DirectoryPath => Path.Combine(Path.GetDirectoryName(place.Unread)!, "arriving");

    /// <summary>Puts a handoff where a later process finds it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Keep(RemoteClaim claim, ReadOnlyMemory<byte> content)
    {
        place.Create();
        Directory.CreateDirectory(DirectoryPath);
        Put(FileOf(claim, ContentExtension), content.Span);
        Put(FileOf(claim, ClaimExtension), System.Text.Encoding.UTF8.GetBytes($"{claim}\n{StableHash.Of(remote)}\n{ProcessOwner.Current}"));
    }

    /// <summary>Claims of processes that have ended, to be brought to an end now.</summary>
    public IReadOnlyList<RemoteClaim> LeftOver()
    {
        if (!Directory.Exists(DirectoryPath))
            return [];
        var left = new List<RemoteClaim>();
        foreach (var file in Directory.EnumerateFiles(DirectoryPath, "*" + ClaimExtension))
        {
            var lines = File.ReadAllText(file).Split('\n', 3);
            if (lines.Length == 3 && lines[1] == StableHash.Of(remote) && RemoteClaim.TryParse(lines[0], out var claim) && ProcessOwner.Parse(lines[2]) is { MayBeAlive: false })
                left.Add(claim);
        }

        return left;
    }

    /// <summary>Makes a handoff that is ours one like any other, unread. Doing it again does nothing.</summary>
    /// <returns>The full path that it has now, or null when it was done before.</returns>
    public string? Arrive(RemoteClaim claim)
    {
        var content = FileOf(claim, ContentExtension);
        return File.Exists(content) ? Publisher.Publish(content, place.Unread, claim.Handoff.Id) : null;
    }

    /// <summary>Removes what is kept of a claim; only after <see cref="Arrive"/>, or when somebody else won.</summary>
    public void Forget(RemoteClaim claim)
    {
        // The claim last: as long as it is there, somebody asks how it ended.
        Publisher.TryDelete(FileOf(claim, ContentExtension));
        Publisher.TryDelete(FileOf(claim, ClaimExtension));
    }

    private string FileOf(RemoteClaim claim, string extension) => Path.Combine(DirectoryPath, claim.Token + extension);

    private static void Put(string path, ReadOnlySpan<byte> content) =>
        File.Move(Publisher.WriteTemporary(Path.GetDirectoryName(path)!, content), path, overwrite: true);
}
