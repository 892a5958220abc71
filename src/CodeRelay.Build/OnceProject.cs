using System.Collections;
using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>Builds a project with exactly the global properties that are given, so that equal requests are one request.</summary>
internal static class OnceProject
{
    /// <param name="engine">The asking task's engine.</param>
    /// <param name="project">Full path of the project.</param>
    /// <param name="target">What to build.</param>
    /// <param name="requests">All global properties of each request; those of the asking project (TargetFramework, SolutionDir, whatever a caller invents) are taken off.</param>
    public static bool Build(IBuildEngine engine, string project, string target, params Hashtable[] requests)
    {
        if (requests.Length == 0)
            return true;
        var modern = (IBuildEngine7)engine;

        // The errors are logged where they are found; without this MSBuild adds one that says nobody did.
        modern.AllowFailureWithoutError = true;
        var inherited = modern.GetGlobalProperties().Keys.Where(name => !requests[0].ContainsKey(name)).ToList();
        return modern.BuildProjectFilesInParallel(
            [.. requests.Select(_ => project)],
            [target],
            [.. requests],
            [.. requests.Select(_ => inherited)],
            new string[requests.Length],
            returnTargetOutputs: false).Result;
    }
}
