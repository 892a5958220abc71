namespace CodeRelay.Agents.Runtimes;

/// <summary>The format of a settings file.</summary>
internal enum McpFormat
{
    Json,
    Toml,
    Yaml,
}

/// <summary>The shape of one server's entry.</summary>
internal enum McpEntryShape
{
    /// <summary>`command`, a string, and `args`, a list.</summary>
    CommandAndArgs,

    /// <summary>The same with `type: stdio`.</summary>
    TypedCommandAndArgs,

    /// <summary>The same with `type: local` and `tools`, the allowed ones: all.</summary>
    LocalWithTools,

    /// <summary>`type: local` and `command`, a list with the program first.</summary>
    CommandList,

    /// <summary>goose's extensions: `type: stdio`, `cmd`, `args`, `enabled`.</summary>
    Extension,
}

/// <summary>The place where a runtime registers MCP servers.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Keys">The members that lead to the object with the servers by name.</param>
/// <param name="Format">The file's format.</param>
/// <param name="Shape">The shape of one server's entry.</param>
internal sealed record McpPlace(string Path, IReadOnlyList<string> Keys, McpFormat Format = McpFormat.Json, McpEntryShape Shape = McpEntryShape.CommandAndArgs);
