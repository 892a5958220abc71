using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Rules.References;

/// <summary>
/// Decides which unresolved paths are findings. A path that a commit removed is one, unless the text itself says so. Any other path is one only when
/// it is written as a file of this repository, and no nearby word marks it as planned, generated, kept elsewhere, or an example.
/// </summary>
internal sealed class MissingPaths(Document document, RuleContext context)
{
    // More than any real document has; beyond it bare names are not checked.
    private const int MostNamed = 2000;

    private readonly PathEvidence _paths = context.Evidence.Paths;
    private readonly ForeignRepositories _foreign = new(document, Path.GetFileName(context.Repository.Root));
    private HashSet<string>? _namesOfMissing;
    private HashSet<string>? _marked;

    /// <summary>A path to report.</summary>
    /// <param name="Path">The missing path; for a brace list the missing member.</param>
    /// <param name="Deletion">The commit that removed it, or null.</param>
    public sealed record Verdict(string Path, Deletion? Deletion);

    /// <summary>The verdict on a mention, or null when it is valid.</summary>
    public Verdict? Check(Mention mention)
    {
        if (!PathEvidence.IsPath(mention))
            return null;
        var resolution = _paths.Resolve(mention);
        if (resolution.Match == PathMatch.Several && mention.IsGlob)
            return CheckMembers(mention);
        if (!resolution.IsMissing || mention.Target.Contains('/', StringComparison.Ordinal) && _paths.IsReference(mention.Target) || _paths.IsIgnored(resolution))
            return null;
        if (IsWrittenByTracked(mention))
            return null;
        var remark = Remarks.Of(mention, isLikelyMade: !IsKept(mention.Target));
        if (remark.HasFlag(Remark.Gone))
            return null;
        if (_paths.DeletionOf(mention, resolution) is { } deletion)
            return remark.HasFlag(Remark.Elsewhere) ? null : new Verdict(deletion.Path, deletion);
        return remark == Remark.None && !IsPattern(mention.Target) && IsWrittenAsOurs(mention) ? new Verdict(mention.Target, null) : null;
    }

    // "src/pages/robots.txt.ts" generates "robots.txt".
    private bool IsWrittenByTracked(Mention mention) =>
        !mention.IsGlob && !FileNames.IsSource(mention.Target) && FileNames.Extension(mention.Target).Length > 0
        && FileNames.ExtensionsOfSource.Any(extension => context.Repository.Files.WithSuffix($"{mention.Target}.{extension}").Any());

    // "posts/[date]/[slug].json" is a route pattern for many files.
    private static bool IsPattern(string path) => path.Split('/').Any(segment => segment.StartsWith('[') && segment.Contains(']', StringComparison.Ordinal));

    // `src/{A,B}` names both members. A deleted member is reported; one that never existed is just notation.
    private Verdict? CheckMembers(Mention mention)
    {
        foreach (var member in GlobPattern.Expand(mention.Target).Where(member => !member.Contains('*', StringComparison.Ordinal)))
        {
            var single = mention with { Target = member, IsGlob = false };
            var resolution = _paths.Resolve(single);
            if (resolution.IsMissing && _paths.DeletionOf(single with { Kind = MentionKind.Candidate }, resolution) is { } deletion && Remarks.Of(mention) == Remark.None)
                return new Verdict(member, deletion);
        }

        return null;
    }

    private bool IsWrittenAsOurs(Mention mention)
    {
        if (mention.Kind != MentionKind.Path || mention.IsGlob)
            return false;
        var slash = mention.Target.LastIndexOf('/');
        var name = mention.Target[(slash + 1)..];
        if (slash < 0)
            return NamesOfMissing.Contains(name);
        var folder = mention.Target[..mention.Target.IndexOf('/', StringComparison.Ordinal)];
        var isOurFolder = _paths.Resolve(mention with { Target = folder }).Match == PathMatch.Directory;
        if (!isOurFolder && (!IsOurName(folder) && _foreign.Has(folder) || !IsMarkedSomewhere(mention.Target)))
            return false;
        return IsKept(mention.Target) || HasParent(mention) && !FileNames.IsText(name) && !IsBinary(name);
    }

    // A word with slashes in prose is certainly a path only when its folder exists, or when it is in a code span elsewhere in the text.
    private bool IsMarkedSomewhere(string target) =>
        (_marked ??= document.Mentions.Where(mention => mention.IsMarked && mention.Kind == MentionKind.Path).Select(mention => mention.Target).ToHashSet(StringComparer.Ordinal)).Contains(target);

    private bool IsOurName(string folder) => folder.Equals(Path.GetFileName(context.Repository.Root), StringComparison.OrdinalIgnoreCase);

    private static bool IsKept(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return FileNames.IsSource(name) || FileNames.IsProject(name) || FileNames.IsDocument(name);
    }

    // Data files and directories are often generated; next to tracked files they are more likely meant to be committed.
    private bool HasParent(Mention mention)
    {
        var parent = mention with { Target = mention.Target[..mention.Target.LastIndexOf('/')], IsGlob = false };
        return _paths.Resolve(parent).Match == PathMatch.Directory;
    }

    // A bare name counts as missing only when the same text also contains its missing path.
    private HashSet<string> NamesOfMissing => _namesOfMissing ??=
    [
        .. document.Mentions.Where(mention => mention.Kind == MentionKind.Path && !mention.IsGlob && mention.Target.Contains('/', StringComparison.Ordinal)).Take(MostNamed)
            .Where(mention => Check(mention) is not null).Select(mention => mention.Target[(mention.Target.LastIndexOf('/') + 1)..]),
    ];

    private static bool IsBinary(string name) => FileNames.Extension(name) is "exe" or "dll" or "so" or "dylib" or "zip" or "gz" or "tgz" or "jar" or "whl" or "msi" or "msix" or "nupkg" or "db" or "sqlite" or "pdb" or "bin" or "dat" or "wasm" or "pem" or "key" or "pfx" or "cer" or "sig" or "log";
}
