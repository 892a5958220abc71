using System.Collections;
using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>Builds CodeRelay.proj with exactly one global property, so that equal requests are one request.</summary>
internal sealed class OnceProject(IBuildEngine engine, string project, string root)
{
    private const string Root = "CodeRelayRoot";

    private readonly IBuildEngine7 _engine = (IBuildEngine7)engine;

    /// <returns>What the target returns; null when it failed.</returns>
    public ITaskItem[]? Ask(string target)
    {
        var result = Build([target], returnsOutputs: true);
        return result.Result && result.TargetOutputsPerProject[0].TryGetValue(target, out var items) ? items : null;
    }

    public bool Build(params string[] targets) => targets.Length == 0 || Build(targets, returnsOutputs: false).Result;

    private BuildEngineResult Build(string[] targets, bool returnsOutputs)
    {
        // The errors are logged where they are found; without this MSBuild adds one that says nobody did.
        _engine.AllowFailureWithoutError = true;

        // Whatever the asking project has besides (TargetFramework, SolutionDir, what a caller invents) would make the request another one.
        string[] inherited = [.. _engine.GetGlobalProperties().Keys.Where(name => !name.Equals(Root, StringComparison.OrdinalIgnoreCase))];
        return _engine.BuildProjectFilesInParallel(
            [project],
            targets,
            [new Hashtable { [Root] = root }],
            [inherited],
            [null],
            returnsOutputs);
    }
}
