using CodeRelay.Files;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The handoffs for one worktree: its own place, and those under which other worktrees of the repository address it.</summary>
internal sealed class Inbox
{
    private readonly string _root;

    public Inbox(MailboxOwner station, UserEnvironment environment)
    {
        Station = station;
        _root = InboxPlace.RootOf(environment);
        Own = InboxPlace.Of(_root, station.Root);
        Places = [.. Reachable().DistinctBy(place => place.Slug)];
    }

    public MailboxOwner Station { get; }

    /// <summary>The worktree's own place.</summary>
    public InboxPlace Own { get; }

    /// <summary>The places that are read here, <see cref="Own"/> first.</summary>
    public IReadOnlyList<InboxPlace> Places { get; }

    /// <summary>The waiting handoffs in the order of time.</summary>
    public IReadOnlyList<HandoffFile> Unread() => InOrder(Places.SelectMany(place => Files(place, HandoffState.Unread)));

    /// <summary>
    /// What waits by its names alone, in the order of time: perhaps not all for us, and perhaps no plain files. A start looks only at those
    /// that it shows.
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

    /// <summary>The archived handoffs in the order of time.</summary>
    public IReadOnlyList<HandoffFile> Archived() => InOrder(Places.SelectMany(place => Files(place, HandoffState.Read)));

    /// <summary>What readers have taken and not archived.</summary>
    public IReadOnlyList<HandoffFile> Claimed() => InOrder(Places.SelectMany(ClaimsOf));

    /// <summary>Everything, in the order of time.</summary>
    public IReadOnlyList<HandoffFile> All() => InOrder(Places.SelectMany(place => Files(place, HandoffState.Unread).Concat(ClaimsOf(place)).Concat(Files(place, HandoffState.Read))));

    /// <summary>Tells without a look at any file that nothing waits: the usual case, at every start of a session.</summary>
    public bool IsEmpty => !Places.Any(MayHold);

    /// <summary>The worktree that handoffs are read in; git is not asked where there are none.</summary>
    public WorktreeFacts FactsFor(int count) => count == 0 ? WorktreeFacts.None : WorktreeFacts.Of(Station.Repository);

    /// <summary>Makes unread again what readers that were killed have left claimed. What cannot be recovered now waits for the next reader.</summary>
    public void Recover()
    {
        foreach (var place in Places.Where(place => Directory.Exists(place.Unread)))
        {
            using var claims = new Leases(place);
            try
            {
                claims.Recover();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Reading goes on with what is there.
            }
        }
    }

    /// <summary>The handoffs of a place in one state, whoever they are for.</summary>
    internal static IEnumerable<HandoffFile> FilesOf(InboxPlace place, HandoffState state)
    {
        var directory = new DirectoryInfo(state == HandoffState.Read ? place.Read : place.Unread);
        return directory.Exists
            ? directory.EnumerateFiles("*.md").Where(file => HandoffFileName.IsValid(file.Name) && PlainFile.Is(file)).Select(file => new HandoffFile(place, file.Name, file.FullName, state))
            : [];
    }

    /// <summary>What readers have taken from a place and not archived, whoever it is for.</summary>
    internal static IEnumerable<HandoffFile> ClaimsIn(InboxPlace place) =>
        Leases.Of(place).Select(claim => new HandoffFile(place, claim.Name, claim.File, HandoffState.Claimed) { ClaimedFor = claim.Age });

    internal bool IsOurs(HandoffFile file) => file.TryReadText() is { } text && file.Place.Accepts(text["repository"], Station.RepositoryId);

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

    private IEnumerable<HandoffFile> ClaimsOf(InboxPlace place) => ClaimsIn(place).Where(IsOurs);

    // Whoever wrote to a name from another worktree put it under that worktree's slug. Where a directory of that name stands
    // beside that worktree, it is meant and not this one.
    private IEnumerable<InboxPlace> Reachable()
    {
        yield return Own;
        foreach (var worktree in Station.Worktrees)
        {
            var place = new InboxPlace(_root, Slug.FamilyPath(worktree), Own.Recipient);
            if (Slug.Sibling(worktree, place.FamilyPath, Own.Recipient) is not { } beside || beside == Station.Root)
                yield return place;
        }
    }
}
