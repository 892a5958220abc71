namespace Microsoft.Build.Framework;

/// <summary>
/// Marks a task that may run in parallel in one process: it uses only full paths and no current directory.
/// MSBuild looks for this name; the referenced framework assembly is older than the attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
