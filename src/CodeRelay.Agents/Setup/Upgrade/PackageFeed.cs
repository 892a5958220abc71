using System.Text.Json;

namespace CodeRelay.Agents.Setup.Upgrade;

/// <summary>Asks one source for the versions of a package.</summary>
internal static class PackageFeed
{
    private const string FlatContainer = "PackageBaseAddress/3.0.0";
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>The original version strings; null when the source requires credentials or does not answer.</summary>
    /// <param name="source">An address of a service index, or the full path of a folder.</param>
    /// <param name="package">The package's id.</param>
    /// <param name="cancellation">Cancels the request.</param>
    public static async Task<IReadOnlyList<string>?> VersionsAsync(string source, string package, CancellationToken cancellation)
    {
        try
        {
            if (!source.Contains("://", StringComparison.Ordinal) || source.StartsWith("file://", StringComparison.OrdinalIgnoreCase))
                return OfFolder(source.Contains("://", StringComparison.Ordinal) ? new Uri(source).LocalPath : source, package);
            return await OfServiceAsync(new Uri(source), package, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException or InvalidOperationException or KeyNotFoundException or IOException or UnauthorizedAccessException or UriFormatException or NotSupportedException)
        {
            return null;
        }
    }

    // Packages are in the folder itself, or in directories by id and version.
    private static List<string>? OfFolder(string folder, string package)
    {
        if (!Directory.Exists(folder))
            return null;
        var options = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
        var flat = Directory.EnumerateFiles(folder, $"{package}.*.nupkg", options).Select(file => Path.GetFileNameWithoutExtension(file)[(package.Length + 1)..]);
        var nested = Directory.EnumerateDirectories(folder, package, options).SelectMany(Directory.EnumerateDirectories).Select(directory => Path.GetFileName(directory));
        return [.. flat, .. nested];
    }

    private static async Task<IReadOnlyList<string>?> OfServiceAsync(Uri index, string package, CancellationToken cancellation)
    {
        using var client = new HttpClient { MaxResponseContentBufferSize = MostBytes };
        client.DefaultRequestHeaders.Add("User-Agent", $"{Product.Name}/{Product.Version}");
        using var services = JsonDocument.Parse(await client.GetByteArrayAsync(index, cancellation).ConfigureAwait(false));
        var address = services.RootElement.GetProperty("resources").EnumerateArray()
            .Where(resource => resource.GetProperty("@type").GetString() == FlatContainer)
            .Select(resource => resource.GetProperty("@id").GetString())
            .FirstOrDefault();
        if (address is null)
            return null;

#pragma warning disable CA1308 // The protocol requires ids in lower case.
        var versions = new Uri($"{address.TrimEnd('/')}/{package.ToLowerInvariant()}/index.json");
#pragma warning restore CA1308
        using var answer = await client.GetAsync(versions, cancellation).ConfigureAwait(false);
        if (answer.StatusCode == System.Net.HttpStatusCode.NotFound)
            return [];
        using var list = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
        return [.. list.RootElement.GetProperty("versions").EnumerateArray().Select(version => version.GetString()).OfType<string>()];
    }
}
