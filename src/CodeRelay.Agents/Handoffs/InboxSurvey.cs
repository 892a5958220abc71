namespace CodeRelay.Agents.Handoffs;

/// <summary>A handoff with its recipient's status.</summary>
/// <param name="File">The handoff.</param>
/// <param name="IsOrphaned">True when no worktree has the recipient's name.</param>
internal sealed record SurveyedHandoff(HandoffFile File, bool IsOrphaned);

/// <summary>Finds all handoffs of one repository in the inbox root, for every recipient.</summary>
internal static class InboxSurvey
{
    /// <summary>Unread, leased and optionally archived handoffs of all recipients, oldest first.</summary>
    /// <param name="inbox">The inbox of any worktree of the repository.</param>
    /// <param name="withArchive">True to include archived ones.</param>
    public static IReadOnlyList<SurveyedHandoff> Of(Inbox inbox, bool withArchive = false)
    {
        var own = inbox.Owner.Worktrees.Select(Slug.FamilyPath).ToHashSet(StringComparer.Ordinal);
        var found = new List<SurveyedHandoff>();
        foreach (var place in Places(inbox, own))
        {
            var files = Inbox.FilesOf(place, HandoffState.Unread).Concat(Inbox.LeasesIn(place)).Concat(withArchive ? Inbox.FilesOf(place, HandoffState.Read) : []);
            foreach (var file in files.Where(file => BelongsTo(file, inbox, own)))
                found.Add(new SurveyedHandoff(file, file.State != HandoffState.Read && !HasReader(place, inbox.Owner)));
        }

        found.Sort((one, other) => HandoffFile.InOrderOfTime(one.File, other.File));
        return found;
    }

    /// <summary>The handoffs of the inbox's own places.</summary>
    public static IReadOnlyList<SurveyedHandoff> Own(Inbox inbox, bool withArchive) =>
        [.. inbox.All().Where(file => withArchive || file.State != HandoffState.Read).Select(file => new SurveyedHandoff(file, IsOrphaned: false))];

    /// <summary>Finds a handoff by its id, a prefix of it or its sentinel: first in the inbox's own places, then for every recipient.</summary>
    /// <exception cref="RelayException">No handoff matches, or several do.</exception>
    public static HandoffFile Find(Inbox inbox, string id)
    {
        var own = inbox.All();
        return own.Any(candidate => candidate.Id.StartsWith(id, StringComparison.Ordinal) || candidate.TryReadText()?.Sentinel == id)
            ? InboxFiles.Find(own, id)
            : InboxFiles.Find([.. Of(inbox, withArchive: true).Select(handoff => handoff.File)], id);
    }

    // The slugs of the existing worktrees, and those of removed ones, whose handoffs name their repository.
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
        return repository == inbox.Owner.RepositoryId || own.Contains(file.Place.FamilyPath) && Slug.FamilyPath(MailboxOwner.MainPathOf(repository)) == file.Place.FamilyPath;
    }

    private static bool HasReader(InboxPlace place, MailboxOwner owner) =>
        owner.Worktrees.Any(worktree => Path.GetFileName(worktree) == place.Recipient && Directory.Exists(worktree))
        || Slug.Sibling(place.FamilyPath, place.FamilyPath, place.Recipient) is not null;
}
