using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Rules.Consistency;

/// <summary>Finds the start of a packet's current lane.</summary>
internal static class LaneStart
{
    private const string LaneLine = "^(lane|to|to_lane|to-lane):";

    /// <summary>
    /// The commit that wrote the lane into the packet; null when the lane is not committed: earlier changes may be the work of the previous
    /// lane.
    /// </summary>
    /// <param name="handoff">A packet that names its lane.</param>
    /// <param name="lane">The named lane.</param>
    /// <param name="repository">The repository of the packet.</param>
    public static Commit? Find(Document handoff, Lane lane, Repository repository)
    {
        if (repository.Head?.Commit is null || !repository.Files.Contains(handoff.Path))
            return null;
        var isEdited = repository.WorkingTree.Changes.Any(change => change.Path == handoff.Path);
        if (isEdited && (Read(handoff.Path, "HEAD", repository) is not { } committed || LaneDeclaration.Of(committed).Active != lane))
            return null;
        return repository.History.LastLineChange(handoff.Path, LaneLine);
    }

    /// <summary>The packet at a commit, or null.</summary>
    public static Document? Read(string path, string commit, Repository repository) =>
        repository.Git?.Run("cat-file", "blob", $"{commit}:{path}") is { Succeeded: true } blob
            ? new Document(path, SourceText.Decode(blob.Output.ToArray(), blob.Output.Length), DocumentKind.Handoff)
            : null;
}
