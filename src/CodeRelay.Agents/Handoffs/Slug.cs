namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// The directory name that a family of worktrees shares in the inbox, as agent-handoff derives it: the path without the usual suffixes,
/// with '-' for '/'. Different paths can have the same slug; the handoffs name their repository.
/// </summary>
internal static class Slug
{
    /// <summary>The slug of a worktree.</summary>
    /// <param name="root">Full physical path of its top level.</param>
    public static string Of(string root) => OfFamily(FamilyPath(root));

    /// <summary>The slug of a <see cref="FamilyPath"/>.</summary>
    public static string OfFamily(string familyPath)
    {
        var joined = familyPath.Replace('\\', '/').Replace(":", "", StringComparison.Ordinal).Replace('/', '-');
        return joined.StartsWith('-') ? joined[1..] : joined;
    }

    /// <summary>The path without the suffixes of sibling worktrees. The order is fixed and each suffix is cut once.</summary>
    public static string FamilyPath(string root)
    {
        var name = Path.GetFileName(root);
        var directory = Path.GetDirectoryName(root) ?? "";
        name = CutNumbered(CutNumbered(Cut(Cut(name, "-dev-preview"), "-preview"), "-worker"), "-wt");
        return directory.EndsWith('/') || directory.EndsWith('\\') ? directory + name : $"{directory}/{name}";
    }

    /// <summary>The directory of a name beside a worktree, or null when none of the same family exists.</summary>
    /// <param name="worktree">Full path of a worktree, or of its family.</param>
    /// <param name="familyPath">The <see cref="FamilyPath"/> of the worktree.</param>
    /// <param name="name">The directory's name.</param>
    public static string? Sibling(string worktree, string familyPath, string name)
    {
        var beside = Path.Combine(Path.GetDirectoryName(worktree) ?? "/", name);
        return Directory.Exists(beside) && FamilyPath(beside) == familyPath ? beside : null;
    }

    private static string Cut(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;

    private static string CutNumbered(string name, string suffix)
    {
        var stem = name.AsSpan().TrimEnd("0123456789").ToString();
        return stem.EndsWith(suffix, StringComparison.Ordinal) ? stem[..^suffix.Length] : name;
    }
}
