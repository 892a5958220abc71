using System.Globalization;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.AgentOps;

/// <summary>
/// An artifact on its way to a reader. No other reader gets it, and it counts as read only after <see cref="Confirm"/>; a delivery that is
/// given up leaves it waiting.
/// </summary>
internal sealed class ArtifactDelivery : IDisposable
{
    private readonly ArtifactLeases _claims;
    private readonly string _claim;
    private readonly string _reader;
    private readonly ReadOnlyMemory<byte>? _content;
    private bool _isOpen = true;

    private ArtifactDelivery(ArtifactLeases claims, string claim, string reader)
    {
        _claims = claims;
        _claim = claim;
        _reader = reader;
        _content = ArtifactFolder.Read(claim);
        Id = Path.GetFileName(ArtifactFolder.Stem(claim)) + ArtifactFolder.Extension;
        Text = ArtifactText.OfFile(ArtifactFolder.SourceOf(claim), _content);
    }

    /// <summary>The name of its file while it waited.</summary>
    public string Id { get; }

    /// <summary>The artifact as a handoff; of one that cannot be read what stands in it.</summary>
    public HandoffText Text { get; }

    /// <summary>The full path that it has while it is read.</summary>
    public string Claim => _claim;

    /// <summary>Claims the newest artifact that waits.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="environment">The user's machine, which tells where the state is and who reads.</param>
    /// <returns>Null when none waits.</returns>
    /// <exception cref="RelayException">The folder leads out of the repository.</exception>
    /// <exception cref="IOException">The folder or our state cannot be written; nothing is claimed.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public static ArtifactDelivery? OfNewest(Repository repository, UserEnvironment environment)
    {
        var claims = new ArtifactLeases(new ArtifactFolder(repository), StateDirectory.Of(repository, environment));
        if (claims.TakeNewest() is not { } claim)
            return null;
        try
        {
            return new ArtifactDelivery(claims, claim, string.Create(CultureInfo.InvariantCulture, $"{SessionTool.Of(environment)} in {Path.GetFileName(repository.Root)}"));
        }
        catch
        {
            GiveBack(claims, claim);
            throw;
        }
    }

    /// <summary>The artifact as other handoffs are put before an agent: framed as a past claim.</summary>
    /// <param name="recipient">Whose name stands in the frame.</param>
    /// <param name="now">The worktree that it is read in.</param>
    public string Frame(string recipient, WorktreeFacts now) =>
        HandoffFrame.Head([(HandoffFrame.Name(Id, Text), Text.Sentinel)], recipient) + HandoffFrame.Of(Id, Text, now) + "\n=== 1 handoff(s) consumed ===\n";

    /// <summary>Marks it as read and gives it its last name.</summary>
    /// <returns>The full path that it has now.</returns>
    /// <exception cref="IOException">The folder cannot be written; it becomes unread again.</exception>
    public string Confirm()
    {
        // In the place of the claim: a reader that is killed now leaves the one or the other.
        if (_content is { } content && ArtifactJson.MarkConsumed(content, DateTimeOffset.UtcNow, _reader) is { } marked)
            File.Move(Publisher.WriteTemporary(Path.GetDirectoryName(_claim)!, marked, mode: ArtifactWriter.Shared), _claim, overwrite: true);
        var path = ArtifactLeases.Finish(_claim);
        _isOpen = false;
        _claims.Forget(_claim);
        return path;
    }

    public void Dispose()
    {
        if (_isOpen)
            GiveBack(_claims, _claim);
        _isOpen = false;
    }

    private static void GiveBack(ArtifactLeases claims, string claim)
    {
        try
        {
            ArtifactLeases.Unclaim(claim);
            claims.Forget(claim);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next reader recovers it once this process has ended.
        }
    }
}
