namespace CodeRelay.Agents.Runtimes;

/// <summary>How a settings file is written.</summary>
internal enum McpFormat
{
    Json,
    Toml,
    Yaml,
}

/// <summary>How one server is described.</summary>
internal enum McpEntryShape
{
    /// <summary>`command`, a text, and `args`, a list.</summary>
    CommandAndArgs,

    /// <summary>The same with `type: stdio`.</summary>
    TypedCommandAndArgs,

    /// <summary>The same with `type: local` and `tools`, those that may be used: all.</summary>
    LocalWithTools,

    /// <summary>`type: local` and `command`, a list with the program first.</summary>
    CommandList,

    /// <summary>goose calls servers extensions: `type: stdio`, `cmd`, `args`, `enabled`.</summary>
    Extension,
}

/// <summary>Where a runtime learns of MCP servers.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Keys">The members that lead to the object that has the servers by name.</param>
/// <param name="Format">How the file is written.</param>
/// <param name="Shape">How one server is described in it.</param>
internal sealed record McpPlace(string Path, IReadOnlyList<string> Keys, McpFormat Format = McpFormat.Json, McpEntryShape Shape = McpEntryShape.CommandAndArgs);
