namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff with whether somebody is there to read it.</summary>
/// <param name="File">The handoff.</param>
/// <param name="IsOrphaned">True when no worktree of its recipient's name exists.</param>
internal sealed record SurveyedHandoff(HandoffFile File, bool IsOrphaned);

/// <summary>Looks through the whole inbox for what belongs to one repository, whoever it is addressed to.</summary>
internal static class InboxSurvey
{
    /// <summary>Unread and claimed handoffs of all recipients, and archived ones when asked for, in the order of time.</summary>
    /// <param name="inbox">The repository's, seen from any of its worktrees.</param>
    /// <param name="withArchive">Also what was read.</param>
    public static IReadOnlyList<SurveyedHandoff> Of(Inbox inbox, bool withArchive = false)
    {
        var own = inbox.Station.Worktrees.Select(Slug.FamilyPath).ToHashSet(StringComparer.Ordinal);
        var found = new List<SurveyedHandoff>();
        foreach (var place in Places(inbox, own))
        {
            var files = Inbox.FilesOf(place, HandoffState.Unread).Concat(Inbox.ClaimsIn(place)).Concat(withArchive ? Inbox.FilesOf(place, HandoffState.Read) : []);
            foreach (var file in files.Where(file => BelongsTo(file, inbox, own)))
                found.Add(new SurveyedHandoff(file, file.State != HandoffState.Read && !HasReader(place, inbox.Station)));
        }

        found.Sort((one, other) => HandoffFile.InOrderOfTime(one.File, other.File));
        return found;
    }

    /// <summary>The handoffs of the inbox's own places.</summary>
    public static IReadOnlyList<SurveyedHandoff> Own(Inbox inbox, bool withArchive) =>
        [.. inbox.All().Where(file => withArchive || file.State != HandoffState.Read).Select(file => new SurveyedHandoff(file, IsOrphaned: false))];

    /// <summary>Finds one by its id, the beginning of it or its sentinel: in the inbox's own places first, then with every recipient of the repository.</summary>
    /// <exception cref="RelayException">There is none, or there are several.</exception>
    public static HandoffFile Find(Inbox inbox, string id)
    {
        var own = inbox.All();
        return own.Any(candidate => candidate.Id.StartsWith(id, StringComparison.Ordinal) || candidate.TryReadText()?.Sentinel == id)
            ? InboxFiles.Find(own, id)
            : InboxFiles.Find([.. Of(inbox, withArchive: true).Select(handoff => handoff.File)], id);
    }

    // The slugs of this repository's worktrees, and those of worktrees that are gone, whose handoffs say where they came from.
    private static IEnumerable<InboxPlace> Places(Inbox inbox, HashSet<string> own)
    {
        var root = new DirectoryInfo(inbox.Own.Root);
        if (!root.Exists)
            yield break;
        var families = own.ToLookup(Slug.OfFamily);
        foreach (var slug in root.EnumerateDirectories().Where(directory => directory.LinkTarget is null))
        {
            foreach (var recipient in slug.EnumerateDirectories().Where(directory => directory.LinkTarget is null))
                yield return new InboxPlace(root.FullName, families[slug.Name].FirstOrDefault() ?? "/" + slug.Name, recipient.Name);
        }
    }

    private static bool BelongsTo(HandoffFile file, Inbox inbox, HashSet<string> own)
    {
        if (file.TryReadText()?["repository"] is not { } repository)
            return own.Contains(file.Place.FamilyPath);
        return repository == inbox.Station.RepositoryId || own.Contains(file.Place.FamilyPath) && Slug.FamilyPath(MailboxOwner.MainPathOf(repository)) == file.Place.FamilyPath;
    }

    private static bool HasReader(InboxPlace place, MailboxOwner station) =>
        station.Worktrees.Any(worktree => Path.GetFileName(worktree) == place.Recipient && Directory.Exists(worktree))
        || Slug.Sibling(place.FamilyPath, place.FamilyPath, place.Recipient) is not null;
}
