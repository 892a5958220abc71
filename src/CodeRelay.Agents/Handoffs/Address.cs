using CodeRelay.Files;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The address of a handoff.</summary>
/// <param name="Place">The recipient's place in the inbox.</param>
/// <param name="IsKnown">False when no worktree of that name exists yet; the handoff waits for one.</param>
internal sealed record Address(InboxPlace Place, bool IsKnown)
{
    /// <summary>
    /// Finds a recipient: a worktree of the repository by its directory name; else a directory beside the writer's or the main worktree with
    /// the same slug, as in contract 1.1; else the name waits under the main worktree until a worktree has it.
    /// </summary>
    /// <param name="owner">The writer's worktree.</param>
    /// <param name="name">The recipient's name, or null for the writer's own worktree.</param>
    /// <param name="environment">The user's machine.</param>
    /// <exception cref="RelayException">The name is invalid, or two worktrees share it.</exception>
    public static Address Of(MailboxOwner owner, string? name, UserEnvironment environment)
    {
        var root = InboxPlace.RootOf(environment);
        if (name is null || name == owner.Name)
            return new Address(InboxPlace.Of(root, owner.Root), IsKnown: true);
        if (!RelayName.IsValid(name))
            throw new RelayException($"'{VisibleText.OfLine(name)}' cannot be a recipient; {RelayName.Valid}");
        var worktrees = owner.Worktrees.Where(worktree => Path.GetFileName(worktree) == name && Directory.Exists(worktree)).ToList();
        if (worktrees.Count > 1)
            throw new RelayException($"'{name}' is the name of {worktrees.Count} worktrees: {string.Join(", ", worktrees)}; give one of them another name with `git worktree move`");
        if (worktrees.Count == 1)
            return new Address(InboxPlace.Of(root, worktrees[0]), IsKnown: true);
        return Sibling(owner.Root, name, root) ?? Sibling(owner.HomePath, name, root) ?? new Address(new InboxPlace(root, Slug.FamilyPath(owner.HomePath), name), IsKnown: false);
    }

    private static Address? Sibling(string worktree, string name, string root) =>
        Slug.Sibling(worktree, Slug.FamilyPath(worktree), name) is { } beside ? new Address(InboxPlace.Of(root, beside), IsKnown: true) : null;
}
