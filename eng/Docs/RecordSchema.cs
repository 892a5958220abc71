using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CodeRelay.Docs;

/// <summary>The schema of a record: types from its members, limits from their attributes, descriptions from their comments.</summary>
internal static class RecordSchema
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static JsonObject Of(Type record) => Names.GetJsonSchemaAsNode(record, Exporter).AsObject();

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject given)
            return node;
        var member = context.PropertyInfo?.AttributeProvider as PropertyInfo;
        var schema = new JsonObject();
        Move("type");
        if ((member is null ? Comments.Of(context.TypeInfo.Type) : Comments.Of(member)) is { } description)
            schema["description"] = description;
        if (given["properties"] is not null)
            schema["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(IsAlwaysWritten).Select(property => JsonValue.Create(property.Name))]);
        foreach (var keyword in given.Select(keyword => keyword.Key).Where(keyword => keyword != "required").ToArray())
            Move(keyword);
        if (member is not null)
            Limit(schema, member);
        return schema;

        void Move(string keyword)
        {
            if (given.Remove(keyword, out var value))
                schema[keyword] = value;
        }
    }

    private static bool IsAlwaysWritten(JsonPropertyInfo property) =>
        ((PropertyInfo)property.AttributeProvider!).GetCustomAttribute<JsonIgnoreAttribute>() is null;

    private static void Limit(JsonObject schema, PropertyInfo member)
    {
        var isOmittedWhenNull = member.GetCustomAttribute<JsonIgnoreAttribute>() is not null;
        if (isOmittedWhenNull && schema["type"] is JsonArray types)
            schema["type"] = types.First(type => type!.GetValue<string>() != "null")!.DeepClone();
        if (Attribute<AllowedValuesAttribute>(member) is { } allowed)
            Allow(schema, allowed.Values);
        if (Attribute<RegularExpressionAttribute>(member) is { } expression)
            schema["pattern"] = expression.Pattern;
        if (Attribute<DataTypeAttribute>(member) is { } data)
            schema["format"] = data.DataType == DataType.Url ? "uri" : "date-time";
        // Every number in an output is a count.
        if (Types(schema).Contains("integer"))
            schema["minimum"] = Attribute<RangeAttribute>(member)?.Minimum is int minimum ? minimum : 0;
    }

    private static void Allow(JsonObject schema, object?[] values)
    {
        if (schema["items"] is JsonObject items)
            Allow(items, values);
        else if (values is [string only] && schema.Remove("type"))
            schema["const"] = only;
        else
            schema["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create((string?)value)), .. Types(schema).Contains("null") ? [null] : Array.Empty<JsonNode?>()]);
    }

    private static IEnumerable<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => type!.GetValue<string>()),
        JsonValue type => [type.GetValue<string>()],
        _ => [],
    };

    // The attribute of a record's member is on its parameter.
    private static T? Attribute<T>(PropertyInfo member)
        where T : Attribute =>
        member.GetCustomAttribute<T>() ?? member.DeclaringType!.GetConstructors()[0].GetParameters().FirstOrDefault(parameter => parameter.Name == member.Name)?.GetCustomAttribute<T>();
}
