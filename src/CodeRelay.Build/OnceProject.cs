using System.Collections;
using System.Globalization;
using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>Builds CodeRelay.proj with no global properties but those that it knows, so that equal requests are one request.</summary>
internal sealed class OnceProject(IBuildEngine engine, string project, string root)
{
    private const string Root = "CodeRelayRoot";
    private const string Group = "CodeRelayGroup";

    private readonly IBuildEngine7 _engine = (IBuildEngine7)engine;

    /// <returns>What the target returns; null when it failed.</returns>
    public ITaskItem[]? Ask(string target)
    {
        var result = Build([target], group: null, returnsOutputs: true);
        return result.Result && result.TargetOutputsPerProject[0].TryGetValue(target, out var items) ? items : null;
    }

    public bool Build(params string[] targets) => targets.Length == 0 || Build(targets, group: null, returnsOutputs: false).Result;

    public bool Log(LogRequest request) => Build([request.Target], request.Group, returnsOutputs: false).Result;

    private BuildEngineResult Build(string[] targets, int? group, bool returnsOutputs)
    {
        // The errors are logged where they are found; without this MSBuild adds one that says nobody did.
        _engine.AllowFailureWithoutError = true;

        // Whatever the asking project has besides (TargetFramework, SolutionDir, what a caller invents) would make the request another one.
        var properties = new Hashtable(StringComparer.OrdinalIgnoreCase) { [Root] = root };
        if (group is { } number)
            properties[Group] = number.ToString(CultureInfo.InvariantCulture);
        string[] inherited = [.. _engine.GetGlobalProperties().Keys.Where(name => !properties.ContainsKey(name))];
        return _engine.BuildProjectFilesInParallel(
            [project],
            targets,
            [properties],
            [inherited],
            [null],
            returnsOutputs);
    }
}
