using System.Globalization;
using CodeRelay.Journeys.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeRelay.Journeys;

/// <summary>
/// The length of a journey. It goes from member to member: each member in a body is visited next, and the declaration of its type.
/// An abstract member ends the path, because a reader chooses one of its overrides.
/// </summary>
/// <param name="Files">The files of the visited declarations, each with the fewest hops from the entry's file.</param>
/// <param name="Reach">The number of files that the entry's file reaches, through any member.</param>
internal sealed record Way(IReadOnlyDictionary<string, int> Files, int Reach)
{
    public double MeanHops => Files.Values.Where(hops => hops > 0).DefaultIfEmpty().Average();

    public static Way Of(Journey journey, CSharpCompilation compilation, IReadOnlyList<SourceReference> references, FileGraph files)
    {
        var next = references.ToLookup(reference => reference.From, reference => reference.To, SymbolEqualityComparer.Default);
        var start = Entry(journey, compilation);
        var visited = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        var waiting = new PriorityQueue<ISymbol, int>();
        foreach (var symbol in start)
            waiting.Enqueue(symbol, 0);
        while (waiting.TryDequeue(out var symbol, out var hops))
        {
            if (!visited.TryAdd(symbol, hops))
                continue;
            foreach (var target in symbol.ContainingType is { } type ? next[symbol].Append(type.OriginalDefinition) : next[symbol])
                waiting.Enqueue(target, SameFile(symbol, target) ? hops : hops + 1);
        }

        var touched = visited.SelectMany(pair => Declarations.FilesOf(pair.Key).Select(file => (file, pair.Value)))
            .GroupBy(pair => pair.file, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(pair => pair.Value), StringComparer.Ordinal);
        return new Way(touched, files.HopsFrom(start.SelectMany(Declarations.FilesOf)).Values.Count(hops => hops > 0));
    }

    /// <exception cref="InvalidDataException">No type has the name, or it lacks the member.</exception>
    private static IReadOnlyList<ISymbol> Entry(Journey journey, CSharpCompilation compilation)
    {
        var names = journey.Entry.Split('.');
        var types = compilation.GetSymbolsWithName(names[0], SymbolFilter.Type).OfType<INamedTypeSymbol>().ToArray();
        if (types.Length != 1)
            throw new InvalidDataException($"the journey '{journey.Name}' begins at '{journey.Entry}', but {types.Length.ToString(CultureInfo.InvariantCulture)} types are called '{names[0]}'; change its entry in {nameof(Journey)}.cs");
        var members = types[0].GetMembers().Where(member => names.Length == 1 || member.Name == names[1]).Where(member => !member.IsImplicitlyDeclared).ToArray();
        return members.Length > 0 || names.Length == 1
            ? [types[0], .. members]
            : throw new InvalidDataException($"the journey '{journey.Name}' begins at '{journey.Entry}', but '{names[0]}' has no member '{names[1]}'; change its entry in {nameof(Journey)}.cs");
    }

    private static bool SameFile(ISymbol one, ISymbol other) => Declarations.FilesOf(one).Intersect(Declarations.FilesOf(other), StringComparer.Ordinal).Any();
}
