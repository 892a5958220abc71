using System.Collections;
using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>Has the findings logged as one policy wants them: one request per rule and level, so that policies that agree share it.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReportFindings : Microsoft.Build.Utilities.Task
{
    /// <summary>What the command found; may be empty.</summary>
    public ITaskItem[] Lines { get; set; } = [];

    /// <summary>A <see cref="WarningPolicy"/> as text.</summary>
    [Required]
    public string Policy { get; set; } = "";

    /// <summary>The directory that was checked.</summary>
    [Required]
    public string Root { get; set; } = "";

    /// <summary>Full path of CodeRelay.proj.</summary>
    [Required]
    public string CheckProject { get; set; } = "";

    public override bool Execute()
    {
        var policy = WarningPolicy.Parse(Policy);
        var requests = FindingItem.Parse(Lines)
            .Select(finding => (finding.Code, Level: policy.Apply(finding.Code, finding.Level)))
            .Where(group => group.Level is not null)
            .Distinct()
            .Select(group => new Hashtable { ["CodeRelayRoot"] = Root, ["CodeRelayCode"] = group.Code, ["CodeRelayLevel"] = group.Level.ToString() });
        return OnceProject.Build(BuildEngine, CheckProject, "Log", [.. requests]);
    }
}
