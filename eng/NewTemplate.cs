namespace CodeRelay.Eng;

/// <summary>A template: its directory, its row in the test matrix, its section in template.json-readme.md.</summary>
internal static class NewTemplate
{
    /// <param name="name">The short name, in kebab case, such as coderelay-notes.</param>
    public static NewFiles Create(string name)
    {
        Name.RequireKebab(name);
        return new NewFiles()
            .Add($"templates/{name}/.template.config/template.json", Config(name))
            .Add($"templates/{name}/.template.config/dotnetcli.host.json", CommandLineHost())
            .Add($"templates/{name}/.template.config/ide.host.json", IdeHost())
            .Add($"templates/{name}/content/{name}.md", $"# {name}\n\nWritten by version CODERELAY_VERSION.\n")
            .AddLine("tests/CodeRelay.Templates.Tests/Matrix.cs", $"new(\"{name}\", \"{name}\"),", "new(", isSorted: false)
            .Append("template.json-readme.md", Section(name));
    }

    private static string Config(string name) =>
        $$"""
        {
          "$schema": "http://json.schemastore.org/template",
          "author": "CodeRelay contributors",
          "classifications": ["Config", "Agents"],
          "identity": "CodeRelay.Templates.{{name}}",
          "groupIdentity": "CodeRelay.Templates.{{name}}",
          "shortName": "{{name}}",
          "name": "{{name}}",
          "description": "What it writes, and where to run it.",
          "defaultName": "{{name}}",
          "preferNameDirectory": false,
          "tags": { "type": "item" },
          "symbols": {
            "codeRelayVersion": {
              "type": "generated",
              "generator": "constant",
              "replaces": "CODERELAY_VERSION",
              "parameters": { "value": "0.0.0-source" }
            }
          },
          "sources": [{ "source": "./content/", "target": "./" }]
        }

        """;

    private static string CommandLineHost() =>
        """
        {
          "$schema": "http://json.schemastore.org/dotnetcli.host",
          "symbolInfo": {},
          "usageExamples": [""]
        }

        """;

    private static string IdeHost() =>
        """
        {
          "$schema": "http://json.schemastore.org/ide.host",
          "symbolInfo": []
        }

        """;

    private static string Section(string name) =>
        $"""

        ## {name}

        | Symbol | Kind | Option | What it decides, and why |
        |---|---|---|---|
        | `codeRelayVersion` | generated | | The version of the package. Replaces `CODERELAY_VERSION`. |

        """;
}
