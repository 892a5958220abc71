namespace CodeRelay.Workspace;

/// <summary>The commits at which a shallow clone was cut off: they look as if they had added every file.</summary>
public static class ShallowBoundary
{
    public static IReadOnlySet<string> Read(Repository repository)
    {
        if (!repository.IsShallow)
            return new HashSet<string>();
        return File.ReadLines(Path.Combine(repository.CommonDirectory!, "shallow")).Select(line => line.Trim()).Where(line => line.Length > 0).ToHashSet(StringComparer.Ordinal);
    }
}
