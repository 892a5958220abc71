using System.Text.Json.Serialization;

namespace CodeRelay.Formats;

/// <summary>Generated serializers of the JSON formats; serialization only, since the formats are never read back.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(IReadOnlyList<GitLabIssueJson>))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class FormatJsonContext : JsonSerializerContext;
