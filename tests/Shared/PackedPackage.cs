namespace CodeRelay.TestSupport;

/// <summary>A package in a folder that serves as a feed.</summary>
public sealed record PackedPackage(string Id, string Version, string Feed)
{
    /// <summary>The newest version of a package in a folder.</summary>
    public static PackedPackage Find(string id, string feed)
    {
        var prefix = id + ".";
        var newest = new DirectoryInfo(feed).EnumerateFiles(prefix + "*.nupkg")
            .Where(file => char.IsAsciiDigit(file.Name[prefix.Length]))
            .MaxBy(file => file.LastWriteTimeUtc)
            ?? throw new FileNotFoundException($"no package '{id}' in '{feed}'; `dotnet run build.cs -- pack` makes it");
        return new PackedPackage(id, Path.GetFileNameWithoutExtension(newest.Name)[prefix.Length..], feed);
    }
}
