namespace CodeRelay.Workspace;

/// <summary>Where HEAD stands.</summary>
/// <param name="Commit">Full object id, or null on an unborn branch.</param>
/// <param name="Branch">Short branch name, or null when detached.</param>
public sealed record HeadState(string? Commit, string? Branch)
{
    public bool IsUnborn => Commit is null;

    public bool IsDetached => Branch is null && Commit is not null;

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
