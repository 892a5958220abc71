using System.Collections;
using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>
/// Asks for the check of the repository that a project lies in. Every project and framework asks for the very same thing, so MSBuild does it once.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckRepositoryOnce : Microsoft.Build.Utilities.Task
{
    /// <summary>Full path of CodeRelay.proj.</summary>
    [Required]
    public string CheckProject { get; set; } = "";

    /// <summary>Full path of the asking project's directory.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The directory to check, relative to the project's; empty to find it.</summary>
    public string? Root { get; set; }

    public bool Skip { get; set; }

    public string? NoWarn { get; set; }

    public string? WarningsAsErrors { get; set; }

    public string? WarningsNotAsErrors { get; set; }

    public string? TreatWarningsAsErrors { get; set; }

    public override bool Execute()
    {
        var root = string.IsNullOrEmpty(Root) ? RepositoryRoot.Find(ProjectDirectory) : Path.GetFullPath(Path.Combine(ProjectDirectory, Root));
        if (root is null)
        {
            Log.LogMessage(MessageImportance.Low, "coderelay: neither a git working tree nor a packet at or above '{0}'", ProjectDirectory);
            return true;
        }

        var request = new Hashtable { ["CodeRelayRoot"] = root };
        if (!Skip)
            request["CodeRelayPolicy"] = WarningPolicy.Create(NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors).ToString();

        return AskOnce(Skip ? "Skip" : "Report", request);
    }

    // MSBuild would answer a repeated request from its results, but that costs a round trip between nodes for each project.
    private bool AskOnce(string target, Hashtable request)
    {
        var engine = (IBuildEngine7)BuildEngine;
        var key = $"CodeRelay/{target}/{request["CodeRelayPolicy"]}/{request["CodeRelayRoot"]}";
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is bool known)
        {
            engine.AllowFailureWithoutError = true;
            return known;
        }

        var succeeded = OnceProject.Build(engine, CheckProject, target, request);
        engine.RegisterTaskObject(key, succeeded, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return succeeded;
    }
}
