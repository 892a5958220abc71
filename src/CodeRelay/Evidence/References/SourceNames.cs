using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Evidence.References;

/// <summary>Finds names in the non-document files of the working tree, without ignored ones. One process for all names.</summary>
internal static class SourceNames
{
    private const int MostNames = 200;

    /// <summary>The names that occur in at least one file.</summary>
    /// <param name="repository">The repository to search.</param>
    /// <param name="names">Identifiers; those after the first two hundred count as present.</param>
    /// <param name="areWords">True to match whole words only.</param>
    /// <param name="ignoreCase">True to ignore case.</param>
    /// <returns>Null outside git, or when git failed.</returns>
    public static IReadOnlySet<string>? Present(Repository repository, IEnumerable<string> names, bool areWords, bool ignoreCase)
    {
        var comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var asked = names.Distinct(comparer).ToArray();
        if (repository.Git is null)
            return null;
        if (asked.Length == 0)
            return new HashSet<string>();
        string[] options = [.. areWords ? new[] { "-w" } : [], .. ignoreCase ? new[] { "-i" } : []];
        try
        {
            var found = repository.Git.Run(["grep", "-I", "-o", "-F", "--no-color", "-z", "--untracked", .. options, .. asked.Take(MostNames).SelectMany(name => new[] { "-e", name }), "--"]);
            if (found.ExitCode > 1)
                return null;
            var present = asked.Skip(MostNames).ToHashSet(comparer);
            foreach (var line in found.Text.Split('\n'))
            {
                if (line.IndexOf('\0', StringComparison.Ordinal) is > 0 and var end && !IsDocument(line[..end]))
                    present.Add(line[(end + 1)..].TrimEnd('\r'));
            }

            // grep reports only the longer of two names that begin at the same place.
            present.UnionWith(asked.Where(name => !areWords && present.Any(other => other.Contains(name, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))).ToArray());
            return present;
        }
        catch (GitException)
        {
            return null;
        }
    }

    // Documents do not count, since a packet would prove itself.
    private static bool IsDocument(string path) => FileNames.Extension(path.AsSpan(path.LastIndexOf('/') + 1)) is "md" or "mdx" or "markdown" or "rst" or "adoc" or "txt";
}
