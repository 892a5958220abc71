namespace CodeRelay.Build;

/// <summary>What a finding is in the build.</summary>
internal enum FindingLevel
{
    Info,
    Warning,
    Error,
}
