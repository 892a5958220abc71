using CodeRelay.Documents;
using CodeRelay.Evidence;
using CodeRelay.Evidence.References;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Takeover;

/// <summary>A file or directory that a packet names as important.</summary>
/// <param name="Path">Relative to the root; for a missing file the packet's spelling.</param>
/// <param name="Match">The kind of match.</param>
/// <param name="IsOfNextStep">True when the next step names it, so that it should be opened first.</param>
internal sealed record ImportantFile(string Path, PathMatch Match, bool IsOfNextStep)
{
    /// <summary>The text; null for anything but a readable file.</summary>
    public SourceText? Text { get; private init; }

    /// <summary>The number of tracked files in a directory or matches of a pattern; 0 for a file.</summary>
    public int FileCount { get; private init; }

    /// <summary>The files of the first step, then those of the section on important files, or without one, of the other steps.</summary>
    public static IReadOnlyList<ImportantFile> Of(Packet packet, Repository repository)
    {
        var paths = new EvidenceStore(repository, [packet.Handoff]).Paths;
        var ofStep = PacketBrief.FirstStep(packet) is { } step ? In(step, packet.Handoff, paths).ToArray() : [];
        var kind = packet.Handoff.Statements.Any(statement => statement.IsAbout(SectionKind.Files)) ? SectionKind.Files : SectionKind.Next;
        var named = packet.Handoff.Statements.Where(statement => statement.IsAbout(kind)).SelectMany(statement => In(statement, packet.Handoff, paths));
        return
        [
            .. ofStep.Select(found => Look(found, isOfNextStep: true, repository)).Concat(named.Select(found => Look(found, isOfNextStep: false, repository)))
                .DistinctBy(file => file.Path).Where(file => packet.Documents.All(document => document.Path != file.Path)),
        ];
    }

    private static IEnumerable<(string Path, PathMatch Match, int Count)> In(Statement statement, Document document, PathEvidence paths)
    {
        foreach (var mention in document.MentionsIn(statement.Block).Where(mention => mention.Start >= statement.Start && mention.Start < statement.End))
        {
            var resolution = mention.Kind == MentionKind.Link ? paths.ResolveLink(document, LinkTarget.PathOf(mention.Target)) : PathEvidence.IsPath(mention) ? paths.Resolve(mention) : null;
            if (resolution is null || resolution.IsMissing && mention.Kind != MentionKind.Path)
                continue;
            var isOne = resolution.Match is PathMatch.File or PathMatch.Directory or PathMatch.Untracked && resolution.Paths.Count == 1;
            yield return (isOne && resolution.Paths[0].Length > 0 ? resolution.Paths[0] : mention.Target, resolution.Match, resolution.Paths.Count);
        }
    }

    private static ImportantFile Look((string Path, PathMatch Match, int Count) found, bool isOfNextStep, Repository repository)
    {
        var (path, match, count) = found;
        var text = match is PathMatch.File or PathMatch.Untracked ? repository.ReadText(path) : null;
        return new ImportantFile(path, match, isOfNextStep)
        {
            Text = text is { IsBinary: false } ? text : null,
            FileCount = match == PathMatch.Directory ? repository.Files.Paths.Count(file => file.StartsWith(path + "/", StringComparison.Ordinal)) : match == PathMatch.Several ? count : 0,
        };
    }
}
