using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup;

/// <summary>Which instruction files get the block for some runtimes, and which may have it.</summary>
internal sealed class BlockPlan(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsScope scope)
{
    /// <summary>Full paths that will be there by the time the block is written.</summary>
    public IReadOnlySet<string>? WillExist { get; init; }

    /// <summary>The files that get it, each once, with what stands above it in a new file.</summary>
    /// <param name="forAll">True also for runtimes whose hooks tell the same.</param>
    public IEnumerable<(string Path, string Header)> Targets(bool forAll) => Distinct(
        from runtime in runtimes
        where forAll || RelayBlock.IsNeededBy(runtime)
        let place = RelayBlock.Place(runtime, scope, WillExist)
        where place is not null
        select (place, runtime.Instructions.Header(place)));

    /// <summary>The files that have it, each once.</summary>
    public IEnumerable<(string Path, string Header)> Holders() => Distinct(
        from runtime in runtimes
        from place in runtime.Instructions.Places(scope)
        where RelayBlock.HasBlock(place)
        select (place, runtime.Instructions.Header(place)));

    /// <summary>What is written.</summary>
    public string Text => RelayBlock.Text(scope.Level, repository);

    // CLAUDE.md may be a link to AGENTS.md.
    private static IEnumerable<(string Path, string Header)> Distinct(IEnumerable<(string Path, string Header)> places) => places.DistinctBy(place => RealPath.Of(place.Path));
}
