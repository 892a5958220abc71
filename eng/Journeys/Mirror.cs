using System.Globalization;
using CodeRelay.Journeys.Graph;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeRelay.Journeys;

/// <summary>The whole output: figures per project, uses between folders, journeys.</summary>
internal sealed class Mirror(CSharpCompilation compilation, IReadOnlyList<string> projects)
{
    private readonly IReadOnlyList<SourceReference> _references = SourceReferences.Of(compilation);

    public void Write(TextWriter output)
    {
        var graph = FileGraph.Of(SourceCompilation.Files(compilation), _references);
        WriteFigures(graph, output);
        WriteFolders(new FolderGraph(graph), output);
        WriteJourneys(graph, output);
    }

    private void WriteFigures(FileGraph graph, TextWriter output)
    {
        var columns = projects.Select(project => (Name: project, Figures: new Figures(project + "/", compilation, graph))).Prepend((Name: "all", Figures: new Figures("", compilation, graph))).ToArray();
        void Row(string title, Func<Figures, string> value) => output.WriteLine($"{title,-52}{string.Concat(columns.Select(column => $"{value(column.Figures),18}"))}");

        output.WriteLine($"{"",-52}{string.Concat(columns.Select(column => $"{column.Name,18}"))}");
        Row("files / lines", figures => $"{figures.Files} / {figures.Lines.Sum()}");
        Row("lines a file: median / p90 / max", figures => Spread(figures.Lines, 0.5, 0.9, 1));
        Row("lines a method: median / p90", figures => Spread(figures.Bodies, 0.5, 0.9));
        Row("files with exactly one user", figures => figures.SingleUserShare.ToString("P0", CultureInfo.InvariantCulture));
        Row("own files that a file uses: median / p90", figures => Spread(figures.Uses, 0.5, 0.9));
        Row("files reachable from a file: mean", figures => Round(figures.MeanReach));
        Row("hops to a reachable file: mean / max", figures => $"{Round(figures.Hops.DefaultIfEmpty().Average())} / {figures.Hops.DefaultIfEmpty().Max()}");
        Row("public types", figures => figures.PublicTypes.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteFolders(FolderGraph folders, TextWriter output)
    {
        output.WriteLine("\nwhat a folder uses, with the number of pairs of files");
        foreach (var folder in folders.Folders)
        {
            var used = folders.Folders.Select(other => (Name: other, folders.Uses(folder, other).Count)).Where(other => other.Count > 0);
            output.WriteLine($"  {folder,-28} {string.Join(", ", used.Select(other => $"{other.Name} {other.Count}"))}");
        }

        output.WriteLine("\nfolders that reach each other");
        foreach (var cycle in folders.Cycles().DefaultIfEmpty(["none"]))
            output.WriteLine($"  {string.Join(", ", cycle)}");
    }

    private void WriteJourneys(FileGraph graph, TextWriter output)
    {
        output.WriteLine($"\n{"journey",-12}{"from",-24}{"files touched",16}{"mean hops",12}{"max",6}{"reach",8}");
        var ways = Journey.All.Select(journey => (Journey: journey, Way: Way.Of(journey, compilation, _references, graph))).ToArray();
        foreach (var (journey, way) in ways)
            output.WriteLine($"{journey.Name,-12}{journey.Entry,-24}{way.Files.Count,16}{Round(way.MeanHops),12}{way.Files.Values.Max(),6}{way.Reach,8}");
        foreach (var (journey, way) in ways)
        {
            output.WriteLine($"\n{journey.Name}: {journey.Question}");
            foreach (var group in way.Files.GroupBy(file => file.Value).OrderBy(group => group.Key))
                output.WriteLine($"  {group.Key,2}  {string.Join(", ", group.Select(file => file.Key).Order(StringComparer.Ordinal))}");
        }
    }

    private static string Spread(IReadOnlyList<int> sorted, params IEnumerable<double> shares) => string.Join(" / ", shares.Select(share => Figures.Quantile(sorted, share)));

    private static string Round(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
