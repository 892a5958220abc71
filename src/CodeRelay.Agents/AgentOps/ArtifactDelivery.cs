using System.Globalization;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.AgentOps;

/// <summary>
/// An artifact on its way to a reader. A lease keeps it from other readers, and it counts as read only after <see cref="Confirm"/>; a
/// delivery that is disposed before leaves it waiting.
/// </summary>
internal sealed class ArtifactDelivery : IDisposable
{
    private readonly ArtifactLeases _leases;
    private readonly string _lease;
    private readonly string _reader;
    private readonly ReadOnlyMemory<byte>? _content;
    private bool _isOpen = true;

    private ArtifactDelivery(ArtifactLeases leases, string lease, string reader)
    {
        _leases = leases;
        _lease = lease;
        _reader = reader;
        _content = ArtifactFolder.Read(lease);
        Id = Path.GetFileName(ArtifactFolder.Stem(lease)) + ArtifactFolder.Extension;
        Text = ArtifactText.OfFile(ArtifactFolder.SourceOf(lease), _content);
    }

    /// <summary>The file name before the lease.</summary>
    public string Id { get; }

    /// <summary>The artifact as a handoff; an invalid one keeps its raw text.</summary>
    public HandoffText Text { get; }

    /// <summary>The full path under the lease.</summary>
    public string LeasedPath => _lease;

    /// <summary>Leases the newest waiting artifact.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="environment">The user's machine, which supplies the state directory and the reader's name.</param>
    /// <returns>Null when none waits.</returns>
    /// <exception cref="RelayException">The folder is outside of the repository.</exception>
    /// <exception cref="IOException">The folder or the state directory cannot be written; no lease remains.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public static ArtifactDelivery? OfNewest(Repository repository, UserEnvironment environment)
    {
        var leases = new ArtifactLeases(new ArtifactFolder(repository), StateDirectory.Of(repository, environment));
        if (leases.TakeNewest() is not { } lease)
            return null;
        try
        {
            return new ArtifactDelivery(leases, lease, string.Create(CultureInfo.InvariantCulture, $"{SessionTool.Of(environment)} in {Path.GetFileName(repository.Root)}"));
        }
        catch
        {
            GiveBack(leases, lease);
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
            File.Move(Publisher.WriteTemporary(Path.GetDirectoryName(_lease)!, marked, mode: ArtifactWriter.Shared), _lease, overwrite: true);
        var path = ArtifactLeases.Finish(_lease);
        _isOpen = false;
        _leases.Forget(_lease);
        return path;
    }

    public void Dispose()
    {
        if (_isOpen)
            GiveBack(_leases, _lease);
        _isOpen = false;
    }

    private static void GiveBack(ArtifactLeases leases, string lease)
    {
        try
        {
            ArtifactLeases.Release(lease);
            leases.Forget(lease);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next reader recovers it after this process has ended.
        }
    }
}
