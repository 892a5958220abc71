using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>
/// Requests the check of a project's repository. Every project and framework makes the same request, so MSBuild runs it once.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckRepositoryOnce : Microsoft.Build.Utilities.Task
{
    private static readonly string[] On = ["true", "1", "yes", "on"];

    /// <summary>Full path of CodeRelay.proj.</summary>
    [Required]
    public string CheckProject { get; set; } = "";

    /// <summary>Full path of the requesting project's directory.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The directory to check, relative to the project's; empty to detect it.</summary>
    public string? Root { get; set; }

    /// <summary>"true", or a similar value. Not a bool: MSBuild fails a build for a value that it cannot parse as one.</summary>
    public string? Skip { get; set; }

    public string? NoWarn { get; set; }

    public string? WarningsAsErrors { get; set; }

    public string? WarningsNotAsErrors { get; set; }

    public string? TreatWarningsAsErrors { get; set; }

    private bool IsSkipped => On.Contains(Skip?.Trim(), StringComparer.OrdinalIgnoreCase);

    public override bool Execute()
    {
        var root = string.IsNullOrEmpty(Root) ? RepositoryRoot.Find(ProjectDirectory) : Path.GetFullPath(Path.Combine(ProjectDirectory, Root));
        if (root is null)
        {
            Log.LogMessage(MessageImportance.Low, "coderelay: neither a git working tree nor a packet at or above '{0}'", ProjectDirectory);
            return true;
        }

        return AskOnce(root);
    }

    // MSBuild caches the result of a repeated request, but that costs a round trip between nodes for each project.
    private bool AskOnce(string root)
    {
        var engine = (IBuildEngine7)BuildEngine;
        var policy = WarningPolicy.Create(NoWarn, WarningsAsErrors, WarningsNotAsErrors, TreatWarningsAsErrors);
        var key = $"CodeRelay/{IsSkipped}/{policy}/{root}";
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is bool known)
        {
            engine.AllowFailureWithoutError = true;
            return known;
        }

        var succeeded = Ask(new OnceProject(engine, CheckProject, root), policy);
        engine.RegisterTaskObject(key, succeeded, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return succeeded;
    }

    private bool Ask(OnceProject project, WarningPolicy policy)
    {
        if (IsSkipped)
            return project.Build("Skip");
        if (project.Ask("Find") is not { } lines)
            return false;
        var (errors, others) = FindingItem.Group(lines).Requests(policy);

        // One request each: a failing target prevents later ones in the same request. -warnaserror makes a target with a
        // warning fail too: then all are requested again, one by one, and finished ones do not repeat.
        var together = others.FindAll(other => other.Group is null);
        var succeeded = project.Build([.. together.Select(other => other.Target)]);
        if (!succeeded)
            together.ForEach(other => project.Log(other));
        foreach (var alone in others.Except(together).Concat(errors))
            succeeded &= project.Log(alone);
        return succeeded;
    }
}
