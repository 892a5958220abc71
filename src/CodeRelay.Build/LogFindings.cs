using Microsoft.Build.Framework;

namespace CodeRelay.Build;

/// <summary>Logs the findings of one group at one level.</summary>
[MSBuildMultiThreadableTask]
public sealed class LogFindings : Microsoft.Build.Utilities.Task
{
    /// <summary>The command's findings; may be empty.</summary>
    public ITaskItem[] Lines { get; set; } = [];

    /// <summary>A number of <see cref="FindingGroups"/>.</summary>
    [Required]
    public int Group { get; set; }

    /// <summary>A <see cref="FindingLevel"/>: the group's level under the requesting project's policy.</summary>
    [Required]
    public string Level { get; set; } = "";

    public override bool Execute()
    {
        foreach (var finding in FindingItem.Group(Lines)[Group])
            Write(finding);
        return !Log.HasLoggedErrors;
    }

    private void Write(FindingLine finding)
    {
        switch (Level)
        {
            case nameof(FindingLevel.Error):
                Log.LogError(null, finding.Code, null, finding.Help, finding.File, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, "{0}", finding.Message);
                break;
            case nameof(FindingLevel.Warning):
                Log.LogWarning(null, finding.Code, null, finding.Help, finding.File, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, "{0}", finding.Message);
                break;
            default:
                Log.LogMessage(null, finding.Code, null, finding.File, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, MessageImportance.Normal, "{0}", finding.Message);
                break;
        }
    }
}
