namespace CodeRelay.Tests.Rules.Redundancy;

public sealed class RLY3003Tests
{
    private const string Packages = """
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageVersion Include="xunit" Version="2.9.3" />
            <PackageVersion Include="Shouldly" Version="4.3.0" />
            <PackageVersion Include="Microsoft.EntityFrameworkCore" Version="10.0.1" />
          </ItemGroup>
        </Project>
        """;

    [Theory]
    [InlineData("- **Tests**: xUnit + Shouldly + Entity Framework Core")]
    [InlineData("- xUnit 2.9.3")]
    [InlineData("- xunit v2.9")]
    [InlineData("- .NET 10, Entity Framework Core 10")]
    [InlineData("- Тесты: xUnit, Shouldly, EntityFrameworkCore")]
    [InlineData("| Stack | xUnit, Shouldly, net10.0 |\n|---|---|\n| Tests | xUnit, Shouldly, net10.0 |")]
    public void Names_and_versions_that_a_manifest_holds_are_found(string statement)
    {
        using var repo = With($"# Handoff\n\n## Tech stack\n\n{statement}\n");

        var finding = Assert.Single(repo.Findings("RLY3003"));

        Assert.StartsWith("Directory.Packages.props:", finding.Evidence[0].Reference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- xUnit 3.0.1")]
    [InlineData("- We wrote our own runner on top of xUnit so that a failing container is started anew")]
    [InlineData("- xUnit stays at 2.9.3, because 3.0 does not run on the build agents")]
    [InlineData("- Uses Dapper and Serilog and Polly")]
    [InlineData("- Tests")]
    [InlineData("- 10")]
    public void What_the_manifests_do_not_say_stays(string statement)
    {
        using var repo = With($"# Handoff\n\n## Tech stack\n\n{statement}\n");

        Assert.Empty(repo.Findings("RLY3003"));
    }

    [Theory]
    [InlineData("## Next steps")]
    [InlineData("## Blockers")]
    [InlineData("## Constraints")]
    [InlineData("## Goal")]
    public void What_is_needed_to_continue_stays(string heading)
    {
        using var repo = With($"# Handoff\n\n{heading}\n\n- xUnit 2.9.3 + Shouldly + Entity Framework Core\n");

        Assert.Empty(repo.Findings("RLY3003"));
    }

    [Theory]
    [InlineData("package.json", "{\n  \"version\": \"1.10.0\",\n  \"dependencies\": { \"next\": \"^15.1.0\", \"@tanstack/react-query\": \"5.0.0\" }\n}\n", "- Next.js 15 + React Query", "package.json:3")]
    [InlineData("package.json", "{\n  \"version\": \"1.10.0\"\n}\n", "- Current version: 1.10.0", "package.json:2")]
    [InlineData("pyproject.toml", "[project]\nrequires-python = \">=3.12\"\ndependencies = [\n  \"fastapi>=0.115\",\n  \"pydantic==2.9.1\",\n]\n", "- Backend: FastAPI 0.115, Pydantic 2.9.1", "pyproject.toml:4")]
    [InlineData("Cargo.toml", "[dependencies]\ntokio = { version = \"1.40\", features = [\"full\"] }\nserde = \"1.0.210\"\n", "- tokio 1.40, serde 1.0.210", "Cargo.toml:2")]
    [InlineData("go.mod", "module example.com/app\n\ngo 1.23\n\nrequire github.com/spf13/cobra v1.8.1\n", "- go 1.23, cobra 1.8.1", "go.mod:3")]
    [InlineData("global.json", "{\n  \"sdk\": { \"version\": \"10.0.401\" }\n}\n", "- SDK version 10.0.401", "global.json:2")]
    [InlineData("Dockerfile", "FROM node:22-alpine AS build\nFROM nginx:1.27\n", "- node 22, nginx 1.27", "Dockerfile:1")]
    public void Each_kind_of_manifest_is_read(string path, string manifest, string statement, string evidence)
    {
        using var repo = new TemporaryRepository();
        repo.Write(path, manifest);
        repo.Write("HANDOFF.md", $"# Handoff\r\n\r\n## Stack\r\n\r\n{statement}\r\n");
        repo.Commit("Start");

        Assert.Equal(evidence, Assert.Single(repo.Findings("RLY3003")).Evidence[0].Reference);
    }

    [Theory]
    [InlineData("package.json", "{\n  \"scripts\": {\n    \"dev\": \"vite --port 3000\",\n    \"build\": \"tsc -p . && vite build\"\n  }\n}\n", "- `npm run dev` runs `vite --port 3000`", "package.json:3")]
    [InlineData("package.json", "{ \"scripts\": { \"dev\": \"vite\", \"build\": \"tsc\", \"lint\": \"eslint .\" } }\n", "- Scripts: `dev`, `build`, `lint`", "package.json:1")]
    [InlineData("Makefile", ".PHONY: lint\nlint: deps\n\tgolangci-lint run ./...\n", "- `make lint` calls golangci-lint, deps", "Makefile:2")]
    [InlineData("pyproject.toml", "[project]\nname = \"app\"\n\n[tool.poe.tasks]\n# checks\nlint = \"ruff check src\"\n", "- `poe lint`: `ruff check src`", "pyproject.toml:6")]
    [InlineData("App.csproj", "<Project>\n  <Target Name=\"Pack\" AfterTargets=\"Publish\">\n    <Exec Command=\"zip app.zip\" />\n  </Target>\n</Project>\n", "- `dotnet build -t:Pack` runs `zip app.zip`", "App.csproj:2")]
    public void What_a_script_runs_stands_in_its_manifest(string path, string manifest, string statement, string evidence)
    {
        using var repo = new TemporaryRepository();
        repo.Write(path, manifest);
        repo.Write("HANDOFF.md", $"# Handoff\r\n\r\n## Scripts\r\n\r\n{statement}\r\n");
        repo.Commit("Start");

        Assert.Equal(evidence, Assert.Single(repo.Findings("RLY3003")).Evidence[0].Reference);
    }

    [Theory]
    [InlineData("## Scripts", "- `npm run build`")]
    [InlineData("## Scripts", "- `npm run build` needs ten minutes and the certificate of the build agent")]
    [InlineData("## Scripts", "- `npm run build` runs `webpack --mode production`")]
    [InlineData("## Scripts", "- `npm run deploy` runs `tsc -p . && vite build`")]
    [InlineData("## Validation", "- `npm run build` runs `tsc -p .`")]
    [InlineData("## Next steps", "1. `npm run build` runs `tsc -p .`")]
    [InlineData("## Scripts", "- Never: `npm run build` runs `tsc -p .`")]
    public void A_command_to_run_and_what_only_the_packet_says_of_it_stay(string heading, string statement)
    {
        using var repo = new TemporaryRepository();
        repo.Write("package.json", "{\n  \"scripts\": {\n    \"build\": \"tsc -p . && vite build\"\n  }\n}\n");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{heading}\n\n{statement}\n");
        repo.Commit("Start");

        Assert.Empty(repo.Findings("RLY3003"));
    }

    private static TemporaryRepository With(string packet)
    {
        var repo = new TemporaryRepository();
        repo.Write("Directory.Packages.props", Packages);
        repo.Write("HANDOFF.md", packet);
        repo.Commit("Start");
        return repo;
    }
}
