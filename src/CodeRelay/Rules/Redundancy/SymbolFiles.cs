using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// Finds the source files that contain all code names of an assertion, whether or not a packet names the files. One git search for all names; only a few
/// of the found files are read.
/// </summary>
internal sealed class SymbolFiles
{
    private const int MostNames = 40;
    private const int MostFiles = 24;
    private const int FilesPerAssertion = 6;
    private const string MostLinesPerFile = "60";

    private readonly Dictionary<Assertion, string[]> _files = [];
    private readonly string[] _paths = [];
    private readonly DocumentIndex? _index;

    /// <param name="repository">The repository to search.</param>
    /// <param name="asked">The assertions to look up, with their code names.</param>
    /// <param name="query">All assertions of the checked documents.</param>
    public SymbolFiles(Repository repository, IReadOnlyList<(Assertion Assertion, IReadOnlySet<string> Names)> asked, TextQuery query)
    {
        var names = asked.SelectMany(each => each.Names).Distinct(StringComparer.Ordinal).Take(MostNames).ToHashSet(StringComparer.Ordinal);
        if (repository.Git is null || names.Count == 0)
            return;
        var found = Search(repository.Git, names);
        foreach (var (assertion, wanted) in asked.Where(each => each.Names.All(names.Contains)))
        {
            _files[assertion] = [.. wanted.SelectMany(name => found[name].Distinct(StringComparer.Ordinal)).GroupBy(path => path, StringComparer.Ordinal).Where(group => group.Count() == wanted.Count)
                .Select(group => group.Key).OrderByDescending(path => wanted.Sum(name => found[name].Count(other => other == path))).Take(FilesPerAssertion)];
        }

        _paths = [.. _files.Values.SelectMany(files => files).Distinct(StringComparer.Ordinal).Take(MostFiles)];
        _index = _paths.Length == 0 ? null : new DocumentIndex(repository, _paths, query);
    }

    /// <summary>The containment of an assertion in a file that contains all its names.</summary>
    public Containment Cover(Assertion assertion) =>
        _index is not null && _files.TryGetValue(assertion, out var files) && _index.Cover(assertion) is { Passages: [var first, ..] } containment && files.Contains(_paths[first.Source], StringComparer.Ordinal) ? containment : Containment.None;

    /// <summary>The place and text of a passage.</summary>
    public Quote QuoteOf(Passage passage) => _index!.QuoteOf(passage);

    // Name to paths, one entry per occurrence. A git without the -m option fails, and then nothing is found.
    private static ILookup<string, string> Search(GitCommand git, IEnumerable<string> names) =>
        git.Run(["grep", "-I", "-o", "-w", "-F", "--no-color", "-z", "-m", MostLinesPerFile, .. names.SelectMany(name => new[] { "-e", name }), "--"]).Text.Split('\n')
            .Select(line => line.TrimEnd('\r').Split('\0')).Where(line => line.Length == 2 && !FileNames.IsText(line[0]) && !NamedSources.IsRecord(line[0])).ToLookup(line => line[1], line => line[0], StringComparer.Ordinal);
}
