using CodeRelay.Documents;
using CodeRelay.Git;

namespace CodeRelay.Evidence.References;

/// <summary>Which names occur in files that are no documents, as they are in the working tree; what git ignores is left out. One process for all of them.</summary>
internal static class SourceNames
{
    private const int MostNames = 200;

    /// <summary>The names among these that occur somewhere.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="names">Identifiers; what follows the first two hundred is said to occur.</param>
    /// <param name="areWords">True where letters before or behind make it another name.</param>
    /// <param name="ignoreCase">True where the case does not matter.</param>
    /// <returns>Null when git cannot say, as outside of it.</returns>
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

            // A longer name hides a shorter one that begins at the same place.
            present.UnionWith(asked.Where(name => !areWords && present.Any(other => other.Contains(name, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))).ToArray());
            return present;
        }
        catch (GitException)
        {
            return null;
        }
    }

    // What a packet says would prove itself.
    private static bool IsDocument(string path) => FileNames.Extension(path.AsSpan(path.LastIndexOf('/') + 1)) is "md" or "mdx" or "markdown" or "rst" or "adoc" or "txt";
}
