using CodeRelay.Documents;
using CodeRelay.Evidence.References;

namespace CodeRelay.Evidence.Freshness;

/// <summary>The relevance of a changed path to a packet, in ascending order.</summary>
internal enum Relevance
{
    /// <summary>A packet file, which is not work.</summary>
    None,

    /// <summary>Prose or images that the packet does not name.</summary>
    OtherText,

    /// <summary>Any other file that the packet does not name.</summary>
    Other,

    /// <summary>Prose or images that the packet names.</summary>
    NamedText,

    /// <summary>A file that the packet names, or another file in its directory.</summary>
    Named,
}

/// <summary>The scope of a packet: the files and directories that it names, and the directories of those files.</summary>
internal sealed class PacketScope
{
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal);
    private readonly string _packetDirectory;

    internal PacketScope(Document handoff, PathEvidence paths)
        : this(handoff, handoff.Mentions, paths)
    {
    }

    /// <param name="handoff">The packet.</param>
    /// <param name="mentions">The mentions that define the scope.</param>
    /// <param name="paths">Resolves the mentions.</param>
    internal PacketScope(Document handoff, IEnumerable<Mention> mentions, PathEvidence paths)
    {
        _packetDirectory = handoff.Directory;
        foreach (var mention in mentions)
        {
            var resolution = mention.Kind == MentionKind.Link ? paths.ResolveLink(handoff, LinkTarget.PathOf(mention.Target)) : PathEvidence.IsPath(mention) ? paths.Resolve(mention) : null;
            if (resolution is not null)
                Add(resolution, mention.IsGlob);
        }
    }

    public Relevance Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (DocumentKinds.IsPacket(DocumentKinds.Of(name)) && IsBesidePacket(path))
            return Relevance.None;
        var isNamed = _files.Contains(path) || _directories.Contains(path) || Parents(path).Any(_directories.Contains);
        if (!FileNames.IsText(name))
            return isNamed ? Relevance.Named : Relevance.Other;
        // Other documents in the directory of a named one are independent of it, so only the named one counts.
        return _files.Contains(path) ? Relevance.NamedText : Relevance.OtherText;
    }

    private bool IsBesidePacket(string path) => path[..Math.Max(0, path.LastIndexOf('/'))] == _packetDirectory;

    private void Add(PathResolution resolution, bool isGlob)
    {
        switch (resolution.Match)
        {
            case PathMatch.File:
            case PathMatch.Untracked:
            case PathMatch.Several when isGlob:
                foreach (var path in resolution.Paths)
                {
                    _files.Add(path);
                    // The root contains everything, so it would not narrow the scope.
                    if (path.LastIndexOf('/') is > 0 and var slash && !FileNames.IsText(path))
                        _directories.Add(path[..slash]);
                }

                break;
            case PathMatch.Directory:
                _directories.UnionWith(resolution.Paths.Where(path => path.Length > 0));
                break;
        }
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }
}
