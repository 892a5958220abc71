using System.Text.Json;
using ModelContextProtocol;

namespace CodeRelay.Cli.Rpc.Mcp;

/// <summary>Validates a call's arguments against its tool's parameters.</summary>
internal static class ToolArguments
{
    /// <summary>The tool's own parameters and the common one.</summary>
    public static IEnumerable<ToolParameter> Of(McpTool tool) => tool.Parameters.Append(ToolParameter.Directory);

    /// <summary>The given arguments as strings; null counts as missing.</summary>
    /// <exception cref="McpProtocolException">An argument is missing, unknown, not a string, or not among the valid values.</exception>
    public static IReadOnlyDictionary<string, string> Read(McpTool tool, IDictionary<string, JsonElement>? given)
    {
        var parameters = Of(tool).ToList();
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            var parameter = parameters.Find(parameter => parameter.Name == name)
                ?? throw Invalid($"'{tool.Name}' has no argument '{name}'; valid are {string.Join(", ", parameters.Select(parameter => parameter.Name))}");
            if (value.ValueKind != JsonValueKind.Null)
                arguments.Add(name, Text(parameter, value));
        }

        return parameters.Find(parameter => parameter.IsRequired && !arguments.ContainsKey(parameter.Name)) is { } missing
            ? throw Invalid($"'{tool.Name}' needs the argument '{missing.Name}'")
            : arguments;
    }

    /// <summary>A protocol error for an invalid call.</summary>
    public static McpProtocolException Invalid(string message) => new(message, McpErrorCode.InvalidParams);

    private static string Text(ToolParameter parameter, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Invalid($"the argument '{parameter.Name}' is {Kind(value)}; valid is a text");
        if (parameter.Values.Count > 0 && !parameter.Values.Contains(text, StringComparer.Ordinal))
            throw Invalid($"'{text}' is not valid for '{parameter.Name}'; valid are {string.Join(", ", parameter.Values)}");
        return text;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "a boolean",
    };
}
