using System.Text.Json.Serialization;

namespace CodeRelay.Formats;

/// <summary>The generated writers of the JSON formats; writers only, since nothing reads them back.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(IReadOnlyList<GitLabIssueJson>))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class FormatJsonContext : JsonSerializerContext;
