using CodeRelay.Documents;
using CodeRelay.Evidence.Redundancy;
using CodeRelay.Git;

namespace CodeRelay.Rules.Redundancy;

/// <summary>
/// What the source files say about the names of code in some claims, whether a packet names the files or not. Git searches once for all names; only a few files
/// that have every name of a claim are read.
/// </summary>
internal sealed class SymbolFiles
{
    private const int MostNames = 40;
    private const int MostFiles = 24;
    private const int FilesPerClaim = 6;
    private const string MostLinesPerFile = "60";

    private readonly Dictionary<Assertion, string[]> _files = [];
    private readonly string[] _paths = [];
    private readonly DocumentIndex? _index;

    /// <param name="repository">Where.</param>
    /// <param name="asked">What is looked for, with the names of code in it.</param>
    /// <param name="claims">What is judged.</param>
    public SymbolFiles(Repository repository, IReadOnlyList<(Assertion Claim, IReadOnlySet<string> Names)> asked, TextQuery claims)
    {
        var names = asked.SelectMany(each => each.Names).Distinct(StringComparer.Ordinal).Take(MostNames).ToHashSet(StringComparer.Ordinal);
        if (repository.Git is null || names.Count == 0)
            return;
        var found = Search(repository.Git, names);
        foreach (var (claim, wanted) in asked.Where(each => each.Names.All(names.Contains)))
        {
            _files[claim] = [.. wanted.SelectMany(name => found[name].Distinct(StringComparer.Ordinal)).GroupBy(path => path, StringComparer.Ordinal).Where(group => group.Count() == wanted.Count)
                .Select(group => group.Key).OrderByDescending(path => wanted.Sum(name => found[name].Count(other => other == path))).Take(FilesPerClaim)];
        }

        _paths = [.. _files.Values.SelectMany(files => files).Distinct(StringComparer.Ordinal).Take(MostFiles)];
        _index = _paths.Length == 0 ? null : new DocumentIndex(repository, _paths, claims);
    }

    /// <summary>How much of a claim a file says that has every name in it.</summary>
    public Containment Cover(Assertion claim) =>
        _index is not null && _files.TryGetValue(claim, out var files) && _index.Cover(claim) is { Passages: [var first, ..] } coverage && files.Contains(_paths[first.Source], StringComparer.Ordinal) ? coverage : Containment.None;

    /// <summary>Where it stands.</summary>
    public Quote QuoteOf(Passage passage) => _index!.QuoteOf(passage);

    // Name to paths, a path as often as the name stands in it. A git that does not know how to stop early says so, and then nothing is found.
    private static ILookup<string, string> Search(GitCommand git, IEnumerable<string> names) =>
        git.Run(["grep", "-I", "-o", "-w", "-F", "--no-color", "-z", "-m", MostLinesPerFile, .. names.SelectMany(name => new[] { "-e", name }), "--"]).Text.Split('\n')
            .Select(line => line.TrimEnd('\r').Split('\0')).Where(line => line.Length == 2 && !FileNames.IsText(line[0]) && !NamedSources.IsRecord(line[0])).ToLookup(line => line[1], line => line[0], StringComparer.Ordinal);
}
