using System.Globalization;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.AgentOps;

/// <summary>
/// An artifact on its way to a reader. A lease keeps it from other readers, and it counts as read only after <see cref="Confirm"/>; a
/// delivery that is disposed before leaves it waiting.
/// </summary>
public sealed class ArtifactDelivery : IDisposable
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

    /// <summary>The file name before the lease.</summary>
    public string Id { get; }

    /// <summary>The artifact as a handoff; an invalid one keeps its raw text.</summary>
    public HandoffText Text { get; }

    /// <summary>The full path under the lease.</summary>
    public string Claim => _claim;

    /// <summary>Leases the newest waiting artifact.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="environment">The user's machine, which supplies the state directory and the reader's name.</param>
    /// <returns>Null when none waits.</returns>
    /// <exception cref="RelayException">The folder is outside of the repository.</exception>
    /// <exception cref="IOException">The folder or the state directory cannot be written; no lease remains.</exception>
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

    /// <summary>The artifact framed like other handoffs: as statements about the past.</summary>
    /// <param name="recipient">The name in the frame.</param>
    /// <param name="now">The reader's worktree.</param>
    public string Frame(string recipient, WorktreeFacts now) =>
        HandoffFrame.Head([(HandoffFrame.Name(Id, Text), Text.Sentinel)], recipient) + HandoffFrame.Of(Id, Text, now) + "\n=== 1 handoff(s) consumed ===\n";

    /// <summary>Marks it as read and gives it its final name.</summary>
    /// <returns>The new full path.</returns>
    /// <exception cref="IOException">The folder cannot be written; it becomes unread again.</exception>
    public string Confirm()
    {
        // Replaces the leased file: a reader killed now leaves one version or the other.
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
            // The next reader recovers it after this process has ended.
        }
    }
}
