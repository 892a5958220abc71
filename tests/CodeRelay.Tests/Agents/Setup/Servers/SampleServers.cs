using CodeRelay.Agents.Runtimes;

namespace CodeRelay.Tests.Agents.Setup.Servers;

/// <summary>Settings with servers of others as people have them, in each of the formats.</summary>
internal static class SampleServers
{
    private static readonly string[] Json =
    [
        "{}",
        "{\r\n}\r\n",
        "{\n  // the model\n  \"model\": \"x\" // cheap\n  /* end */\n}\n",
        "{\r\n\t\"theme\": \"dark\",\r\n\t\"KEY\": { }\r\n}\r\n",
        "\uFEFF{\n   \"KEY\": {\n      \"docs\": { \"command\": \"npx\", \"args\": [\"-y\", \"docs-mcp\"], \"env\": { \"A\": \"ü\" } }, // keep\n   },\n   \"list\": [1, 2,],\n}",
        "{\"KEY\":{\"browser\":{\"url\":\"http://localhost:1\"}}}",
        "{\n    \"KEY\": {\n        \"a\": { \"command\": \"mcp\", \"args\": [] } /* first */,\n        \"b\": { \"type\": \"http\" }\n    },\n    \"hooks\": {}\n}\n",
    ];

    private static readonly string[] Toml =
    [
        "",
        "model = \"x\" # fast",
        "# mine\r\n[KEY.docs]\r\ncommand = \"npx\"\r\nargs = [\"-y\", \"docs-mcp\"]\r\n\r\n[KEY.docs.env]\r\nA = \"1\"\r\n",
        "\uFEFFKEY.browser.url = \"http://localhost:1\"\n\n\n[features]\nhooks = true # on\n",
        "[KEY]\nbrowser = { url = \"http://localhost:1\" }\n\n[profiles.\"a b\"]\nmodel = '''x'''\n   # after\n",
    ];

    private static readonly string[] Yaml =
    [
        "",
        "# mine\nGOOSE_MODEL: opus # best",
        "GOOSE_MODEL: opus\r\nKEY:\r\n  developer:\r\n    enabled: true\r\n    type: builtin\r\n    name: developer\r\n",
        "KEY:\n    # the tools\n    docs:\n        enabled: false\n        type: stdio\n        cmd: npx\n        args: [-y, docs-mcp]\n\n    # the last\n    memory: {enabled: true, type: builtin, name: memory}\n\nGOOSE_MODEL: opus\n",
        "KEY: {}\nGOOSE_MODEL: opus\n",
        "KEY:\nGOOSE_MODEL: opus\n",
        "KEY: # none yet\nGOOSE_MODEL: opus\n",
        "\uFEFFGOOSE_MODEL: opus\nKEY: ~",
    ];

    public static IReadOnlyList<string> Of(McpPlace place) =>
        [.. (place.Format switch { McpFormat.Toml => Toml, McpFormat.Yaml => Yaml, _ => Json }).Select(text => text.Replace("KEY", Assert.Single(place.Keys), StringComparison.Ordinal))];

    /// <summary>A server of somebody else that has our name.</summary>
    public static string Namesake(McpPlace place) => (place.Format switch
    {
        McpFormat.Toml => "[KEY.coderelay]\ncommand = \"other\"\n",
        McpFormat.Yaml => "KEY:\n  coderelay:\n    cmd: other\n",
        _ => "{\n  \"KEY\": { \"coderelay\": { \"command\": \"other\" } }\n}\n",
    }).Replace("KEY", place.Keys[0], StringComparison.Ordinal);

    /// <summary>Our server as somebody wrote it by hand: another name, a full path, settings of their own.</summary>
    public static string ByHand(McpPlace place) => (place.Format switch
    {
        McpFormat.Toml => "[KEY.relay]\ncommand = '/opt/bin/coderelay'\nargs = [\n  \"mcp\",\n]\n\n[KEY.relay.env]\nNO_COLOR = \"1\"\n\n[tui]\ntheme = \"x\"\n",
        McpFormat.Yaml => "KEY:\n  relay:\n    cmd: /opt/bin/coderelay\n    args: [mcp]\n    envs: {NO_COLOR: \"1\"}\nGOOSE_MODEL: opus\n",
        _ => "{\n  \"KEY\": {\n    \"relay\": { \"command\": \"/opt/bin/coderelay\", \"args\": [\"mcp\"], \"env\": { \"NO_COLOR\": \"1\" } }\n  },\n  \"theme\": \"dark\"\n}\n",
    }).Replace("KEY", place.Keys[0], StringComparison.Ordinal);

    /// <summary>Something that no reader of the format takes, and where it is.</summary>
    public static (string Text, int Line, int Column) Broken(McpPlace place) => place.Format switch
    {
        McpFormat.Toml => ("theme = \"dark\"\n[loop\nsteps = 1\n", 2, 6),
        McpFormat.Yaml => ("model: opus\nread: [a, b\nlint: true\n", 3, 1),
        _ => ("{\n  \"hooks\": {,}\n}\n", 2, 13),
    };
}
