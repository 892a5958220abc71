namespace CodeRelay.Build;

/// <summary>Asks CodeRelay.proj to log one group of findings at one level.</summary>
internal sealed class LogRequest(FindingLevel level, int group)
{
    /// <summary>How many groups have a target of their own in CodeRelay.Log.targets, which CodeRelay.Build.csproj writes.</summary>
    private const int OwnTargets = 32;

    public string Target => Group is null ? $"{level}{group}" : $"{level}";

    /// <summary>The group, where it has no target of its own and is told by a global property; else null.</summary>
    public int? Group => group > OwnTargets ? group : null;
}
