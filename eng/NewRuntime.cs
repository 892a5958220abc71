namespace CodeRelay.Eng;

/// <summary>A runtime: the class, the settings text for its installer, its tests, its line in RuntimeCatalog.</summary>
internal static class NewRuntime
{
    private const string Catalog = "src/CodeRelay.Agents/Runtimes/RuntimeCatalog.cs";

    /// <param name="name">In Pascal case, such as Acme.</param>
    public static NewFiles Create(string name)
    {
        var id = Name.Kebab(name);
        return new NewFiles()
            .Add($"src/CodeRelay.Agents/Runtimes/{name}/{name}Runtime.cs", Class(name, id))
            .Add($"src/CodeRelay.Agents/Runtimes/{name}/settings.json", Settings(id))
            .Add($"tests/CodeRelay.Tests/Agents/Runtimes/{name}/{name}RuntimeTests.cs", Tests(name, id))
            .AddLine(Catalog, $"using CodeRelay.Agents.Runtimes.{name};", "using CodeRelay.")
            .AddLine(Catalog, $"new {name}Runtime(),", "new ", isSorted: false);
    }

    private static string Class(string name, string id) =>
        $$"""
        using CodeRelay.Agents.Runtimes.Settings;
        using CodeRelay.Analysis;

        namespace CodeRelay.Agents.Runtimes.{{name}};

        /// <summary>{{name}}. Name here where its hooks are documented.</summary>
        internal sealed class {{name}}Runtime : AgentRuntime
        {
            public override string Id => "{{id}}";

            public override string Name => "{{name}}";

            public override string Program => "{{id}}";

            public override RuntimeLimits Limits { get; } = new(HookOutputCharacters: 10_000, InstructionBytes: null, InstructionCharacters: null);

            public override InstructionSupport Instructions => field ??= new("AGENTS.md");

            public override HookSupport Hooks => field ??= new()
            {
                Capabilities = new(StopPower.Block, InjectsAtSessionStart: true, HasPreCompact: false),
                Settings = scope => HookSettings.Create(scope.Level, Path.Combine(scope.Directory(".{{id}}", "{{id.ToUpperInvariant().Replace('-', '_')}}_HOME"), "settings.json"), EmbeddedText.Read("{{name}}/settings.json"), "coderelay-hook.sh"),
                Block = reason => DecisionAnswers.Block(reason),
                Inject = DecisionAnswers.InjectAtSessionStart,
            };
        }

        """;

    private static string Settings(string id) =>
        $$"""
        {
          "hooks": {
            "SessionStart": [
              {
                "hooks": [{ "type": "command", "command": "coderelay hook session-start --runtime {{id}} || exit 0", "timeout": 30 }]
              }
            ],
            "Stop": [
              {
                "hooks": [{ "type": "command", "command": "coderelay hook stop --runtime {{id}} || sh .{{id}}/hooks/coderelay-hook.sh stop || exit 0", "timeout": 30 }]
              }
            ]
          }
        }

        """;

    private static string Tests(string name, string id) =>
        $$"""
        using CodeRelay.Agents.Runtimes;

        namespace CodeRelay.Tests.Agents.Runtimes.{{name}};

        public sealed class {{name}}RuntimeTests
        {
            [Fact]
            public void Installing_three_times_leaves_one_entry()
            {
                using var workshop = new RuntimeWorkshop();
                var runtime = RuntimeCatalog.All.Single(runtime => runtime.Id == "{{id}}");

                for (var i = 0; i < 3; i++)
                    workshop.Install(runtime);

                var settings = File.ReadAllText(Path.Combine(workshop.Repository.Path, ".{{id}}", "settings.json"));
                Assert.Equal(2, settings.Split("coderelay hook stop").Length);
            }
        }

        """;
}
