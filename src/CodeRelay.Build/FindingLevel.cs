namespace CodeRelay.Build;

/// <summary>The level of a finding in the build.</summary>
internal enum FindingLevel
{
    Info,
    Warning,
    Error,
}
