using CodeRelay.Documents;

namespace CodeRelay.Tests.Documents;

public sealed class CommandMentionTests
{
    [Theory]
    [InlineData("run `dotnet test tests/A` now", "dotnet test tests/A")]
    [InlineData("`./build.sh`", "./build.sh")]
    [InlineData("`FOO=1 npm run build`", "npm run build")]
    [InlineData("`cd web && npm test`", "cd web | npm test")]
    [InlineData("`pytest`", "pytest")]
    [InlineData("```bash\n# comment\n$ dotnet build -c Release  # why\nmake\n```", "dotnet build -c Release | make")]
    [InlineData("```\nnpm ci\nnpm test\n```", "npm ci | npm test")]
    [InlineData("```powershell\n.\\tools\\check.ps1 -Fast\n```", ".\\tools\\check.ps1 -Fast")]
    public void Commands_begin_with_a_tool_or_a_script(string text, string expected) => Assert.Equal(expected, Mentions.Targets(text, MentionKind.Command));

    [Theory]
    [InlineData("`git`")]
    [InlineData("we use make and git log in prose")]
    [InlineData("`build/release.sh`")]
    [InlineData("```csharp\ngit.Run();\n```")]
    [InlineData("```\nfind me a name\nhello world\n```")]
    public void Names_of_tools_alone_are_none(string text) => Assert.Equal("", Mentions.Targets(text, MentionKind.Command));

    [Theory]
    [InlineData("`python scripts/run.py --fast data/in.csv > out/log.txt`", "scripts/run.py | data/in.csv")]
    [InlineData("`dotnet test tests/A/A.csproj -o out/bin --logger:trx`", "tests/A/A.csproj")]
    [InlineData("`dotnet run --project=src/App`", "src/App")]
    [InlineData("`dotnet run --project \"My App/App.csproj\"`", "My App/App.csproj")]
    [InlineData("`mkdir -p out/a.md`", "")]
    [InlineData("`curl -o a/b.json https://example.org/x.json`", "")]
    [InlineData("`git checkout feature/x.y`", "")]
    [InlineData("`docker run acme/tool:v1.2.sh`", "")]
    public void Paths_among_the_arguments_are_found_but_not_what_a_command_makes(string text, string expected) =>
        Assert.Equal(expected, Mentions.Targets(text, MentionKind.Path));
}
