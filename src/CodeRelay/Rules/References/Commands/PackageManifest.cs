using System.Text.Json;
using CodeRelay.Git;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The name and scripts of a package.json.</summary>
/// <param name="Path">Relative to the root.</param>
/// <param name="Name">The package's name, or "".</param>
/// <param name="Scripts">The names of its scripts.</param>
internal sealed record PackageManifest(string Path, string Name, IReadOnlyCollection<string> Scripts)
{
    public const string FileName = "package.json";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a package.json, or returns null when it cannot be read.</summary>
    public static PackageManifest? Read(Repository repository, string path)
    {
        if (repository.ReadText(path) is not { IsTruncated: false } text)
            return null;
        try
        {
            using var json = JsonDocument.Parse(text.Content, Lenient);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var name = json.RootElement.TryGetProperty("name", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            return new PackageManifest(path, name, json.RootElement.TryGetProperty("scripts", out var scripts) && scripts.ValueKind == JsonValueKind.Object ? [.. scripts.EnumerateObject().Select(script => script.Name)] : []);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
