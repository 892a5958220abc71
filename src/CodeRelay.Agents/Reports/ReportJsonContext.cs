using System.Text.Json.Serialization;

namespace CodeRelay.Agents.Reports;

/// <summary>The generated serializers of the reports; write-only, since nothing reads reports back.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ConfirmJson))]
[JsonSerializable(typeof(DoctorJson))]
[JsonSerializable(typeof(ExplainJson))]
[JsonSerializable(typeof(FixJson))]
[JsonSerializable(typeof(HandoffJson))]
[JsonSerializable(typeof(HooksJson))]
[JsonSerializable(typeof(ImportJson))]
[JsonSerializable(typeof(InboxJson))]
[JsonSerializable(typeof(InboxMessageJson))]
[JsonSerializable(typeof(InitJson))]
[JsonSerializable(typeof(ReadJson))]
[JsonSerializable(typeof(RecoverJson))]
[JsonSerializable(typeof(RecoverWithoutPacketJson))]
[JsonSerializable(typeof(RouteJson))]
[JsonSerializable(typeof(RulesJson))]
[JsonSerializable(typeof(StatusJson))]
[JsonSerializable(typeof(TakeoverJson))]
[JsonSerializable(typeof(TakeoverWithoutPacketJson))]
[JsonSerializable(typeof(UpgradeJson))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
