namespace CodeRelay.Git;

/// <summary>The state of HEAD.</summary>
/// <param name="Commit">Full object id, or null on an unborn branch.</param>
/// <param name="Branch">Short branch name, or null when detached.</param>
internal sealed record HeadState(string? Commit, string? Branch)
{
    public bool IsUnborn => Commit is null;

    public bool IsDetached => Branch is null && Commit is not null;

    /// <summary>
    /// Reads HEAD and the file of its branch, which usually hold the answer, instead of starting a process; see
    /// gitrepository-layout(5).
    /// </summary>
    /// <returns>Null when they do not: packed references, another reference format, an unborn branch.</returns>
    internal static HeadState? TryRead(string gitDirectory, string commonDirectory)
    {
        const string Symbolic = "ref: ";
        const string Heads = "refs/heads/";
        if (GitLayout.ReadLine(Path.Combine(gitDirectory, "HEAD")) is not { } head)
            return null;
        if (IsObjectId(head))
            return new HeadState(head, Branch: null);
        if (!head.StartsWith(Symbolic + Heads, StringComparison.Ordinal))
            return null;
        var branch = head[(Symbolic.Length + Heads.Length)..];
        return GitLayout.ReadLine(Path.Combine(commonDirectory, Heads, branch)) is { } commit && IsObjectId(commit) ? new HeadState(commit, branch) : null;
    }

    private static bool IsObjectId(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    internal static HeadState Read(GitCommand git)
    {
        var born = git.Run("rev-parse", "HEAD", "--abbrev-ref", "HEAD");
        if (born.Succeeded)
        {
            var lines = born.Text.Split('\n');
            return new HeadState(lines[0], lines is [_, "HEAD", ..] ? null : lines[1]);
        }

        var unborn = git.Run("symbolic-ref", "--quiet", "--short", "HEAD");
        if (!unborn.Succeeded)
            throw new GitException(FirstLine(born.Error) ?? "git does not know HEAD");
        return new HeadState(null, unborn.Text);
    }

    private static string? FirstLine(string text) => text.Length == 0 ? null : text.Split('\n')[0];
}
