using CodeRelay.Files;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The handoffs of one worktree: its own place, and the places where other worktrees of the repository address it.</summary>
internal sealed class Inbox
{
    private readonly string _root;

    public Inbox(MailboxOwner owner, UserEnvironment environment)
    {
        Owner = owner;
        _root = InboxPlace.RootOf(environment);
        Own = InboxPlace.Of(_root, owner.Root);
        Places = [.. Reachable().DistinctBy(place => place.Slug)];
    }

    public MailboxOwner Owner { get; }

    /// <summary>The place under the worktree's own slug.</summary>
    public InboxPlace Own { get; }

    /// <summary>All places of this inbox, <see cref="Own"/> first.</summary>
    public IReadOnlyList<InboxPlace> Places { get; }

    /// <summary>The unread handoffs, oldest first.</summary>
    public IReadOnlyList<HandoffFile> Unread() => InOrder(Places.SelectMany(place => Files(place, HandoffState.Unread)));

    /// <summary>
    /// Candidates by file name alone, oldest first: they may belong to other recipients or be no regular files. Session start opens only the
    /// ones that it shows.
    /// </summary>
    internal IReadOnlyList<HandoffFile> Waiting()
    {
        var waiting = new List<HandoffFile>();
        foreach (var place in Places)
        {
            if (!Directory.Exists(place.Unread))
                continue;
            foreach (var path in Directory.EnumerateFiles(place.Unread, "*.md"))
            {
                if (Path.GetFileName(path) is var name && HandoffFileName.IsValid(name))
                    waiting.Add(new HandoffFile(place, name, path, HandoffState.Unread));
            }
        }

        waiting.Sort(HandoffFile.InOrderOfTime);
        return waiting;
    }

    /// <summary>The archived handoffs, oldest first.</summary>
    public IReadOnlyList<HandoffFile> Archived() => InOrder(Places.SelectMany(place => Files(place, HandoffState.Read)));

    /// <summary>The handoffs under a reader's lease.</summary>
    public IReadOnlyList<HandoffFile> Leased() => InOrder(Places.SelectMany(LeasesOf));

    /// <summary>All handoffs, oldest first.</summary>
    public IReadOnlyList<HandoffFile> All() => InOrder(Places.SelectMany(place => Files(place, HandoffState.Unread).Concat(LeasesOf(place)).Concat(Files(place, HandoffState.Read))));

    /// <summary>True when nothing waits, found without opening a file: the usual case at session start.</summary>
    public bool IsEmpty => !Places.Any(MayHold);

    /// <summary>The reader's worktree state; git is not asked when the count is 0.</summary>
    public WorktreeFacts FactsFor(int count) => count == 0 ? WorktreeFacts.None : WorktreeFacts.Of(Owner.Repository);

    /// <summary>Returns the leases of dead readers to unread. A lease that cannot be recovered now waits for the next reader.</summary>
    public void Recover()
    {
        foreach (var place in Places.Where(place => Directory.Exists(place.Unread)))
        {
            using var leases = new Leases(place);
            try
            {
                leases.Recover();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Reading continues with the rest.
            }
        }
    }

    /// <summary>The handoffs of a place in one state, for every recipient.</summary>
    internal static IEnumerable<HandoffFile> FilesOf(InboxPlace place, HandoffState state)
    {
        var directory = new DirectoryInfo(state == HandoffState.Read ? place.Read : place.Unread);
        return directory.Exists
            ? directory.EnumerateFiles("*.md").Where(file => HandoffFileName.IsValid(file.Name) && PlainFile.Is(file)).Select(file => new HandoffFile(place, file.Name, file.FullName, state))
            : [];
    }

    /// <summary>The leased handoffs of a place, for every recipient.</summary>
    internal static IEnumerable<HandoffFile> LeasesIn(InboxPlace place) =>
        Leases.Of(place).Select(lease => new HandoffFile(place, lease.Name, lease.File, HandoffState.Leased) { LeasedFor = lease.Age });

    internal bool IsOurs(HandoffFile file) => file.TryReadText() is { } text && file.Place.Accepts(text["repository"], Owner.RepositoryId);

    private static bool MayHold(InboxPlace place)
    {
        try
        {
            return Directory.Exists(place.Unread) && Directory.EnumerateFiles(place.Unread).Any();
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static IReadOnlyList<HandoffFile> InOrder(IEnumerable<HandoffFile> files)
    {
        var ordered = files.ToList();
        ordered.Sort(HandoffFile.InOrderOfTime);
        return ordered;
    }

    private IEnumerable<HandoffFile> Files(InboxPlace place, HandoffState state) => FilesOf(place, state).Where(IsOurs);

    private IEnumerable<HandoffFile> LeasesOf(InboxPlace place) => LeasesIn(place).Where(IsOurs);

    // Writers in other worktrees use their own slug for this name. Where a directory of that name lies beside such a worktree, that
    // directory is the recipient and not this worktree.
    private IEnumerable<InboxPlace> Reachable()
    {
        yield return Own;
        foreach (var worktree in Owner.Worktrees)
        {
            var place = new InboxPlace(_root, Slug.FamilyPath(worktree), Own.Recipient);
            if (Slug.Sibling(worktree, place.FamilyPath, Own.Recipient) is not { } beside || beside == Owner.Root)
                yield return place;
        }
    }
}
