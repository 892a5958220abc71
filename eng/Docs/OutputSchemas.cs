using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CodeRelay.Agents.Reports;
using CodeRelay.Formats;

namespace CodeRelay.Docs;

/// <summary>docs/schemas: the output of each verb's `--format json`, from its records.</summary>
internal static class OutputSchemas
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // An output with several records has several shapes; the first is the fullest, and its descriptions apply to all.
    private static readonly (string Name, Type[] Shapes)[] Outputs =
    [
        ("check", [typeof(CheckJson)]),
        ("confirm", [typeof(ConfirmJson)]),
        ("doctor", [typeof(DoctorJson)]),
        ("explain", [typeof(ExplainJson)]),
        ("fix", [typeof(FixJson)]),
        ("handoff", [typeof(HandoffJson)]),
        ("hooks", [typeof(HooksJson)]),
        ("import", [typeof(ImportJson)]),
        ("inbox", [typeof(InboxJson), typeof(InboxMessageJson)]),
        ("init", [typeof(InitJson)]),
        ("read", [typeof(ReadJson)]),
        ("recover", [typeof(RecoverJson), typeof(RecoverWithoutPacketJson)]),
        ("route", [typeof(RouteJson)]),
        ("rules", [typeof(RulesJson)]),
        ("status", [typeof(StatusJson)]),
        ("takeover", [typeof(TakeoverJson), typeof(TakeoverWithoutPacketJson)]),
        ("upgrade", [typeof(UpgradeJson)]),
    ];

    /// <summary>The files, relative to the root of the checkout.</summary>
    public static IEnumerable<(string Path, string Content)> All() =>
        Outputs.Select(output => ($"docs/schemas/{output.Name}-1.schema.json", Write(output.Name, output.Shapes)));

    private static string Write(string name, Type[] shapes)
    {
        var schema = shapes.Select(RecordSchema.Of).Aggregate(Merge);
        var file = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"{Product.Home}/blob/main/docs/schemas/{name}-1.schema.json",
            ["title"] = $"coderelay/{name}/1",
        };
        foreach (var (keyword, value) in schema)
            file[keyword] = value?.DeepClone();
        return file.ToJsonString(Layout) + "\n";
    }

    // A member that one shape lacks is optional.
    private static JsonObject Merge(JsonObject one, JsonObject other)
    {
        var properties = one["properties"]!.AsObject();
        foreach (var (name, value) in other["properties"]!.AsObject())
            properties.TryAdd(name, value?.DeepClone());
        var required = other["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToHashSet();
        one["required"] = new JsonArray([.. one["required"]!.AsArray().Where(name => required.Contains(name!.GetValue<string>())).Select(name => name!.DeepClone())]);
        return one;
    }
}
