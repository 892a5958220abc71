using System.Collections;
using System.Globalization;
using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>Builds CodeRelay.proj with only the global properties that it knows, so that equal requests are one request.</summary>
internal sealed class OnceProject(IBuildEngine engine, string project, string root)
{
    private const string Root = "CodeRelayRoot";
    private const string Group = "CodeRelayGroup";

    private readonly IBuildEngine7 _engine = (IBuildEngine7)engine;

    /// <returns>The target's result; null when it failed.</returns>
    public ITaskItem[]? Ask(string target)
    {
        var result = Build([target], group: null, returnsOutputs: true);
        return result.Result && result.TargetOutputsPerProject[0].TryGetValue(target, out var items) ? items : null;
    }

    public bool Build(params string[] targets) => targets.Length == 0 || Build(targets, group: null, returnsOutputs: false).Result;

    public bool Log(LogRequest request) => Build([request.Target], request.Group, returnsOutputs: false).Result;

    private BuildEngineResult Build(string[] targets, int? group, bool returnsOutputs)
    {
        // The target has already logged its errors; without this MSBuild adds an error that none was logged.
        _engine.AllowFailureWithoutError = true;

        // Other properties of the requesting project (TargetFramework, SolutionDir, custom ones) would make it a different request.
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
