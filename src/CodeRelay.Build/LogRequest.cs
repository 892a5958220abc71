namespace CodeRelay.Build;

/// <summary>A request to CodeRelay.proj to log one group of findings at one level.</summary>
internal sealed class LogRequest(FindingLevel level, int group)
{
    /// <summary>The number of groups with a target of their own in CodeRelay.Log.targets, which CodeRelay.Build.csproj generates.</summary>
    private const int OwnTargets = 32;

    public string Target => Group is null ? $"{level}{group}" : $"{level}";

    /// <summary>The group number as a global property, for a group without its own target; else null.</summary>
    public int? Group => group > OwnTargets ? group : null;
}
