using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup;

/// <summary>The instruction files that get the block, or may contain it, for a set of runtimes.</summary>
internal sealed class BlockPlan(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsScope scope)
{
    /// <summary>Full paths of files that will exist when the block is written.</summary>
    public IReadOnlySet<string>? WillExist { get; init; }

    /// <summary>The files that get the block, without duplicates, with the text before it in a new file.</summary>
    /// <param name="forAll">True to include runtimes whose hooks give the same information.</param>
    public IEnumerable<(string Path, string Header)> Targets(bool forAll) => Distinct(
        from runtime in runtimes
        where forAll || RelayBlock.IsNeededBy(runtime)
        let place = RelayBlock.Place(runtime, scope, WillExist)
        where place is not null
        select (place, runtime.Instructions.Header(place)));

    /// <summary>The files that contain the block, without duplicates.</summary>
    public IEnumerable<(string Path, string Header)> Holders() => Distinct(
        from runtime in runtimes
        from place in runtime.Instructions.Places(scope)
        where RelayBlock.HasBlock(place)
        select (place, runtime.Instructions.Header(place)));

    /// <summary>The block.</summary>
    public string Text => RelayBlock.Text(scope.Level, repository);

    // CLAUDE.md may be a link to AGENTS.md.
    private static IEnumerable<(string Path, string Header)> Distinct(IEnumerable<(string Path, string Header)> places) => places.DistinctBy(place => RealPath.Of(place.Path));
}
