using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Tests.Agents.Setup;

/// <summary>Settings as people have them, in each of the formats; all of it is somebody else's.</summary>
internal static class SampleSettings
{
    private static readonly string[] Groups =
    [
        "{}",
        "{\r\n}\r\n",
        "// mine\n{\n  // the model\n  \"model\": \"x\" // cheap\n  /* end */\n}\n// after\n",
        "{\r\n\t\"theme\": \"dark\",\r\n\t\"env\": { \"A\": \"ü\" }\r\n}\r\n",
        "\uFEFF{\n   \"theme\": \"dark\",\n   \"list\": [1, 2,],\n}",
        "{\"hooks\":{\"EVENT\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"say done\"}]}]}}",
        "{\n    \"hooks\": {\n        \"EVENT\": [\n            { \"matcher\": \"x\", \"hooks\": [ { \"type\": \"command\", \"command\": \"motd\" } /* keep */ ] }, // this too\n        ],\n        \"Other\": []\n    }\n}\n",
    ];

    private static readonly string[] Flat =
    [
        "{\"version\":1}",
        "{ \"version\": 1, \"hooks\": {} }\n",
        "{\r\n\t\"version\": 1,\r\n\t\"hooks\": {\r\n\t\t\"EVENT\": [ { \"command\": \"say done\" } ] // mine\r\n\t}\r\n}\r\n",
        "{\n  \"version\": 1,\n  \"hooks\": {\n    \"EVENT\": [\n      { \"command\": \"./a.sh\", \"bash\": \"b\" },\n    ],\n  },\n}\n",
    ];

    private static readonly string[] Toml =
    [
        "",
        "default_model = \"k2\" # fast",
        "# mine\r\n[models.\"a b\"]\r\nmax = 1_000\r\nwhen = 2026-11-20 10:00:00Z\r\n\r\n",
        "\uFEFFtheme = 'dark'\n\n\n[[hooks]]\nevent = \"Stop\"\ncommand = '''say \"done\"'''\n   # after\n",
        "[[hooks]]\nevent = \"Stop\"\ncommand = \"motd\"\n[loop]\nsteps = [ 1, 2, # two\n 3, ]\nlimits = { a = 1, \"b.c\" = [ {} ] }\n",
    ];

    private static readonly string[] Yaml =
    [
        "",
        "# mine\nmodel: opus # best",
        "model: opus\r\nread: CONVENTIONS.md # ours\r\nauto-commits: false\r\n",
        "read: [CONVENTIONS.md, \"a, b.md\"]\n",
        "read: [\n  a.md, # not ] here\n  'b,].md', # and that\n]\nlint: true\n",
        "read: []\nlint: true\n",
        "read:\nmodel: opus\n",
        "read: ~\n",
        "\uFEFFread:\n# first\n-   CONVENTIONS.md   # ours\n-   'docs/a b.md'\n\nmodel: opus\n",
        "read:\n    - CONVENTIONS.md",
        "---\n  model: opus\n  read:\n    - a.md\n",
        "read:\n  - HANDOFF.md\n",
    ];

    public static IReadOnlyList<string> Of(HookSettings settings) => Path.GetExtension(settings.Path) switch
    {
        ".toml" => Toml,
        ".yml" => Yaml,
        ".js" => [],
        _ => [.. (settings.Template.Contains("\"version\"", StringComparison.Ordinal) ? Flat : Groups).Select(text => text.Replace("EVENT", FirstEvent(settings), StringComparison.Ordinal))],
    };

    /// <summary>Something that no reader of the format takes, and where it is.</summary>
    public static (string Text, int Line, int Column) Broken(HookSettings settings) => Path.GetExtension(settings.Path) switch
    {
        ".toml" => ("theme = \"dark\"\n[loop\nsteps = 1\n", 2, 6),
        ".yml" => ("model: opus\nread: [a, b\nlint: true\n", 3, 1),
        _ => ("{\n  \"hooks\": {,}\n}\n", 2, 13),
    };

    private static string FirstEvent(HookSettings settings) => settings.Template.Split("\"hooks\": {")[1].Split('"')[1];
}
