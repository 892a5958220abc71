using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Evidence.References;

/// <summary>
/// Resolves a written path: from the root, from the directory of the text and its parents, as the end of a longer path,
/// as a glob, or in the working tree. Never reads outside the repository.
/// </summary>
internal sealed class PathResolver(Repository repository)
{
    private readonly string _name = Path.GetFileName(repository.Root);

    /// <summary>Resolves a path.</summary>
    /// <param name="path">With '/' separators.</param>
    /// <param name="from">The directory of the document, "" for the root.</param>
    /// <param name="isGlob">True when the path has wildcards or braces.</param>
    public PathResolution Resolve(string path, string from, bool isGlob = false)
    {
        if (!isGlob)
            return ResolveOne(path, from);
        var parts = GlobPattern.Expand(path).Select(pattern => pattern.Contains('*', StringComparison.Ordinal) || pattern.Contains('?', StringComparison.Ordinal) ? ResolvePattern(pattern, from) : ResolveOne(pattern, from)).ToArray();
        var found = parts.Where(part => !part.IsMissing).ToArray();
        return found.Length == 0
            ? new PathResolution(PathMatch.Missing, [.. parts.SelectMany(part => part.Paths)])
            : new PathResolution(found.Length == 1 && parts.Length == 1 ? found[0].Match : PathMatch.Several, [.. found.SelectMany(part => part.Paths).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Resolves a link target: relative to its document, or from the root when it begins with '/'; never by name alone.</summary>
    /// <param name="target">Decoded, without anchor and query.</param>
    /// <param name="from">The directory of the document, "" for the root.</param>
    public PathResolution ResolveLink(string target, string from)
    {
        if (Join(target.StartsWith('/') ? "" : from, target) is not { } path)
            return new PathResolution(PathMatch.Outside, []);
        var files = repository.Files;
        if (files.Contains(path))
            return Found(path);
        if (path.Length == 0 || files.ContainsDirectory(path))
            return new PathResolution(PathMatch.Directory, [path]);
        if (Parents(path).Any(files.Contains))
            return new PathResolution(PathMatch.Unknowable, [path]);
        return new PathResolution(IsInWorkingTree(path) ? PathMatch.Untracked : PathMatch.Missing, [path]);
    }

    private PathResolution ResolveOne(string path, string from)
    {
        var candidates = Bases(path, from).Select(directory => Join(directory, path)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (candidates.Length == 0)
            return new PathResolution(PathMatch.Outside, []);
        var files = repository.Files;
        foreach (var candidate in candidates)
        {
            if (files.Contains(candidate))
                return Found(candidate);
            if (candidate.Length == 0 || files.ContainsDirectory(candidate))
                return new PathResolution(PathMatch.Directory, [candidate]);
        }

        return FindElsewhere(path, candidates) ?? new PathResolution(PathMatch.Missing, candidates);
    }

    private PathResolution? FindElsewhere(string path, string[] candidates)
    {
        var files = repository.Files;
        // The index lists a submodule and a link to a directory as files.
        if (candidates.Any(candidate => Parents(candidate).Any(files.Contains)))
            return new PathResolution(PathMatch.Unknowable, candidates);
        if (candidates.FirstOrDefault(IsInWorkingTree) is { } untracked)
            return new PathResolution(PathMatch.Untracked, [untracked]);
        var plain = path.TrimStart('.', '/');
        if (WithSuffix(path) is { } suffix)
            return suffix;
        if (plain != path && WithSuffix(plain) is { } relative)
            return relative;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && path[..slash].Equals(_name, StringComparison.OrdinalIgnoreCase) && WithSuffix(path[(slash + 1)..]) is { } own)
            return own;
        // A path inside a project that contains this repository: its first folders belong to that project.
        if (slash > 0 && !files.ContainsDirectory(path[..slash]) && Tails(path).Select(WithSuffix).FirstOrDefault(tail => tail is not null) is { } tail)
            return tail;
        var name = path[(path.LastIndexOf('/') + 1)..];
        return files.WithName(name).FirstOrDefault(file => candidates.Contains(file, StringComparer.OrdinalIgnoreCase)) is { } otherCase ? new PathResolution(PathMatch.File, [otherCase]) : null;
    }

    private PathResolution? WithSuffix(string path)
    {
        if (path.Length == 0)
            return null;
        var found = repository.Files.WithSuffix(path).Concat(repository.Files.DirectoriesWithSuffix(path)).ToArray();
        return found.Length switch
        {
            0 => null,
            1 => new PathResolution(repository.Files.Contains(found[0]) ? PathMatch.File : PathMatch.Directory, found),
            _ => new PathResolution(PathMatch.Several, found),
        };
    }

    private PathResolution ResolvePattern(string pattern, string from)
    {
        var candidates = Bases(pattern, from).Select(directory => Join(directory, pattern)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (candidates.Length == 0)
            return new PathResolution(PathMatch.Outside, []);
        var found = candidates.Select(candidate => Matching(candidate, anywhere: false)).FirstOrDefault(matches => matches.Length > 0) ?? Matching(pattern, anywhere: true);
        return found.Length == 0 ? new PathResolution(PathMatch.Missing, candidates) : new PathResolution(PathMatch.Several, found);
    }

    private string[] Matching(string pattern, bool anywhere) => [.. repository.Files.Paths.Where(path => GlobPattern.Matches(pattern, path, anywhere))];

    private PathResolution Found(string file)
    {
        repository.NoteInput(repository.FullPath(file));
        return new PathResolution(PathMatch.File, [file]);
    }

    private bool IsInWorkingTree(string path)
    {
        repository.NoteInput(repository.FullPath(path));
        var current = repository.Root;
        foreach (var segment in path.Split('/'))
        {
            current = Path.Combine(current, segment);
            var entry = new FileInfo(current);
            // A link may lead out of the repository, so only its existence counts.
            if (entry.LinkTarget is not null)
                return true;
            if (!Path.Exists(current))
                return false;
        }

        return true;
    }

    // A path that begins with a dot segment is relative to its document first.
    private static IEnumerable<string> Bases(string path, string from)
    {
        var parents = from.Length == 0 ? [] : Parents(from).Prepend(from);
        return path.StartsWith("..", StringComparison.Ordinal) ? [.. parents, ""] : ["", .. parents];
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            yield return path[..slash];
    }

    // At least two segments, since a name alone is too common.
    private static IEnumerable<string> Tails(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (path.IndexOf('/', slash + 1) > 0)
                yield return path[(slash + 1)..];
        }
    }

    // Lexically, without following links for `..`.
    private static string? Join(string directory, string path)
    {
        var segments = new List<string>();
        foreach (var segment in (directory + "/" + path).Split('/'))
        {
            if (segment == ".." && segments.Count == 0)
                return null;
            if (segment == "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("" or "."))
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
