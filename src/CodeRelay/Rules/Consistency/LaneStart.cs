using CodeRelay.Documents;
using CodeRelay.Git;
using CodeRelay.Packets.Lanes;
using CodeRelay.Text;

namespace CodeRelay.Rules.Consistency;

/// <summary>Finds since when a packet is in its lane.</summary>
internal static class LaneStart
{
    private const string LaneLine = "^(lane|to|to_lane|to-lane):";

    /// <summary>
    /// The commit that wrote the lane into the packet; null where none did: what was changed before the lane is committed may be the work
    /// of the lane before.
    /// </summary>
    /// <param name="handoff">A packet that names its lane.</param>
    /// <param name="lane">The lane that it names.</param>
    /// <param name="repository">Where.</param>
    public static Commit? Find(Document handoff, Lane lane, Repository repository)
    {
        if (repository.Head?.Commit is null || !repository.Files.Contains(handoff.Path))
            return null;
        var isEdited = repository.WorkingTree.Changes.Any(change => change.Path == handoff.Path);
        if (isEdited && (Read(handoff.Path, "HEAD", repository) is not { } committed || LaneDeclaration.Of(committed).Active != lane))
            return null;
        return repository.History.LastLineChange(handoff.Path, LaneLine);
    }

    /// <summary>The packet as a commit has it, or null.</summary>
    public static Document? Read(string path, string commit, Repository repository) =>
        repository.Git?.Run("cat-file", "blob", $"{commit}:{path}") is { Succeeded: true } blob
            ? new Document(path, SourceText.Decode(blob.Output.ToArray(), blob.Output.Length), DocumentKind.Handoff)
            : null;
}
