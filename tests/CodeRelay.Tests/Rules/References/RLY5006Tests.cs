using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.References;

public sealed class RLY5006Tests(RLY5006Tests.SharedSample shared) : IClassFixture<RLY5006Tests.SharedSample>
{
    [Theory]
    [InlineData("`dotnet test tests/App.Tests` and `dotnet build App.slnx -c Release`")]
    [InlineData("`dotnet run --project src/App -f net8.0 -- build` `dotnet watch --project src/App run`")]
    [InlineData("`dotnet publish src/App/App.csproj -f net10.0 -p:Version=1 -o out/app`")]
    [InlineData("`dotnet build src/Conditional -f net6.0` `dotnet build src/Imported -f net6.0`")]
    [InlineData("`dotnet test --filter FullyQualifiedName~App.Tests.ReaderTests.Reads` `dotnet test --filter Category=Slow` `dotnet test --filter 'FullyQualifiedName!~Gone'`")]
    [InlineData("`dotnet test --filter \"Name~reads|ClassName=App.Tests.ReaderTests\"` `dotnet test --filter ReaderTests`")]
    [InlineData("`dotnet test -- --filter-class *ReaderTests`")]
    [InlineData("`npm run build`, `npm run lint:fix -- --quiet`, `cd web && npm run dev`, `npm --prefix web run dev`, `npm run -w web dev`, `npm test`, `npm run missing --if-present`")]
    [InlineData("`yarn workspace web run dev`, `yarn run vite`, `pnpm --filter web run dev`, `npm run <script>`, `npm run`, `bun test`")]
    [InlineData("`cd ../elsewhere && npm run missing`, `cd ~/other && make missing`")]
    [InlineData("`make all clean V=1`, `make -j4 report.pdf`, `make obj-x86`, `make app`, `make src`")]
    [InlineData("`cargo run --bin tool`, `cargo test -p core --test basic`, `cargo run --example demo`, `cargo build -p serde`, `cargo test --bin extra`")]
    [InlineData("`go run ./cmd/app`, `go test ./...`, `go test ./cmd/...`, `go build ./cmd/app ./internal/x`")]
    [InlineData("`python tools/run.py`, `python -m pkg.cli`, `python -m pytest`, `uv run python -m pkg.cli`, `python -m pkg`, `python -c 'import x'`")]
    [InlineData("`./release.sh now`, `bash tools/release.sh`, `./configure`, `$HOME/x.sh`")]
    [InlineData("Add the script `npm run coverage`. Remove `make dist`. Create `tools/new.py` and run `python tools/new.py`.")]
    [InlineData("The other repository has `npm run coverage`.")]
    [InlineData("- [x] ran `npm run coverage`\n- ~~`npm run coverage`~~")]
    [InlineData("```sh\nnpm run coverage # to be added\n```")]
    [InlineData("```js\nnpm run coverage\n```")]
    [InlineData("npm run coverage is what we wish for")]
    [InlineData("Check: npm run build: exits 0")]
    [InlineData("`dotnet new sln -n Fresh && dotnet build Fresh.sln`")]
    public void What_is_defined_or_cannot_be_known_is_no_fault(string text) => Assert.Empty(Findings(text));

    [Theory]
    [InlineData("`dotnet test tests/Gone.Tests`", "tests/Gone.Tests", "path `tests/Gone.Tests` does not exist")]
    [InlineData("`dotnet build Gone.slnx`", "Gone.slnx", "does not exist")]
    [InlineData("`dotnet run --project src/Ap`", "src/Ap", "does not exist")]
    [InlineData("`dotnet test tests`", "tests", "directory `tests` contains no project or solution")]
    [InlineData("`dotnet run --project src/App -f net9.0`", "net9.0", "framework `net9.0` is not defined in src/App/App.csproj")]
    [InlineData("`dotnet test --filter FullyQualifiedName~WriterTests`", "FullyQualifiedName~WriterTests", "`WriterTests`, which no tracked source file contains")]
    [InlineData("`dotnet test --filter \"ClassName=App.Tests.WriterTests\"`", "ClassName=App.Tests.WriterTests", "`WriterTests`")]
    [InlineData("`dotnet test tests/App.Tests -- --filter-method *WritesAll*`", "*WritesAll*", "`WritesAll`")]
    [InlineData("`npm run biuld`", "biuld", "script `biuld` is not defined in any package.json; did you mean `build`")]
    [InlineData("`cd web && npm run build`", "build", "script `build` is not defined in web/package.json")]
    [InlineData("`npm --prefix web test`", "test", "script `test` is not defined in web/package.json")]
    [InlineData("`pnpm run coverage`", "coverage", "script `coverage`")]
    [InlineData("`yarn run lint:all`", "lint:all", "script `lint:all`")]
    [InlineData("```sh\r\ncd web\r\nnpm run build\r\n```", "build", "web/package.json")]
    [InlineData("Run: npm run coverage", "coverage", "script `coverage`")]
    [InlineData("- **Test:** npm run coverage", "coverage", "script `coverage`")]
    [InlineData("`make instal`", "instal", "target `instal` is not defined in Makefile; did you mean `install`")]
    [InlineData("`cargo run --bin tol`", "tol", "bin `tol` is not defined in any Cargo.toml")]
    [InlineData("`cargo test --package=cor`", "cor", "package `cor`")]
    [InlineData("`cargo test --test full`", "full", "test `full`")]
    [InlineData("`go run ./cmd/none`", "./cmd/none", "does not exist")]
    [InlineData("`go test ./cmd`", "./cmd", "contains no Go file")]
    [InlineData("`python tools/gone.py --fast`", "tools/gone.py", "does not exist")]
    [InlineData("`python -m pkg.cil`", "pkg.cil", "module `pkg.cil` is not in package pkg; did you mean `pkg.cli`")]
    [InlineData("`bash tools/gone.sh`", "tools/gone.sh", "does not exist")]
    [InlineData("Запустить `npm run coverage`", "coverage", "script `coverage`")]
    [InlineData("运行 `npm run coverage`。", "coverage", "script `coverage`")]
    [InlineData("| Tests | `npm run coverage` |\r\n|---|---|", "coverage", "script `coverage`")]
    public void What_is_not_defined_is_found_at_its_word(string text, string word, string message)
    {
        var (source, findings) = Check(text);

        var finding = Assert.Single(findings);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal(word, source[(finding.Range.Column - 1)..(finding.Range.EndColumn - 1)]);
    }

    [Fact]
    public void The_names_that_are_valid_are_the_evidence()
    {
        var evidence = Assert.Single(Assert.Single(Findings("`cd web && npm run build`")).Evidence);

        Assert.Equal((EvidenceKind.Manifest, "web/package.json", "scripts: dev"), (evidence.Kind, evidence.Reference, evidence.Text));
    }

    [Fact]
    public void A_renamed_project_is_reported_once_and_can_be_fixed()
    {
        using var repo = Sample();
        repo.Git("mv", "src/App/App.csproj", "src/App/Reader.csproj");
        repo.Write("HANDOFF.md", "# Handoff\n\n## Validation\n\n`dotnet build src/App/App.csproj`\n");
        repo.Commit("Rename the project");

        var finding = Assert.Single(repo.Findings(), finding => finding.Rule.Id is "RLY5001" or "RLY5006");

        Assert.Equal("RLY5006", finding.Rule.Id);
        Assert.Equal("src/App/Reader.csproj", Assert.Single(finding.Fix!.Edits).NewText);
        Assert.Single(repo.Findings("RLY5001"));
    }

    [Theory]
    [InlineData("Makefile", "include rules.mk\nall:\n", "`make missing`")]
    [InlineData("Makefile", "$(foreach t,$(ALL),$(eval $(call rule,$(t))))\n", "`make missing`")]
    [InlineData("package.json", "{ not json", "`npm run missing`")]
    [InlineData("README.md", "none", "`make missing`, `npm run missing`, `cargo run --bin missing`, `go run ./missing`")]
    [InlineData("tests/Steps.feature", "Feature: x", "`dotnet test --filter MissingScenario`")]
    [InlineData("src/App.csproj", "<Project><PropertyGroup><TargetFramework>$(Mine)</TargetFramework></PropertyGroup></Project>", "`dotnet build src -f net9.0`")]
    public void A_manifest_that_cannot_tell_accuses_nobody(string path, string content, string text)
    {
        using var repo = new TemporaryRepository();
        repo.Write(path, content);
        repo.Write("HANDOFF.md", $"# Handoff\n\n{text}\n");
        repo.Commit("add");

        Assert.Empty(repo.Findings("RLY5006"));
    }

    [Fact]
    public void What_was_decided_or_done_once_is_history()
    {
        using var repo = Sample();
        repo.Write("HANDOFF.md", "# Handoff\n\n## Done\n\n- ran `npm run coverage`\n");
        repo.Write("DECISIONS.md", "# Decisions\n\n### 2026-01-01: `npm run coverage` was too slow\n\n`npm run coverage`\n");

        Assert.Empty(repo.Findings("RLY5006"));
    }

    private IReadOnlyList<Finding> Findings(string text) => Check(text).Findings;

    private (string Line, IReadOnlyList<Finding> Findings) Check(string text)
    {
        var packet = $"# Handoff\r\n\r\n## Validation\r\n\r\n{text}\r\n";
        shared.Repository.Write("HANDOFF.md", packet);
        var findings = shared.Repository.Findings("RLY5006");
        return (findings.Count == 0 ? "" : packet.Split('\n')[findings[0].Range.Line - 1], findings);
    }

    private static TemporaryRepository Sample()
    {
        var repo = new TemporaryRepository();
        const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>net8.0;net10.0</TargetFrameworks></PropertyGroup></Project>";
        repo.Write("App.slnx", "<Solution />");
        repo.Write("src/App/App.csproj", Project);
        repo.Write("src/Conditional/Conditional.csproj", "<Project><PropertyGroup><TargetFramework>$(AppFramework)</TargetFramework></PropertyGroup></Project>");
        repo.Write("src/Imported/Imported.csproj", "<Project><Import Project=\"../frameworks.props\" /></Project>");
        repo.Write("tests/App.Tests/App.Tests.csproj", Project);
        repo.Write("tests/App.Tests/ReaderTests.cs", "namespace App.Tests;\npublic sealed class ReaderTests { public void Reads() { } }\n");
        repo.Write("package.json", """{ "name": "root", "workspaces": ["web"], "scripts": { "build": "tsc", "lint:fix": "eslint", "test": "vitest" } }""");
        repo.Write("web/package.json", """{ "name": "web", "scripts": { "dev": "vite" } }""");
        repo.Write("Makefile", ".PHONY: all clean\nall: app\nclean install:\n\trm -rf out\napp: app.c\n\tcc -o app app.c\nobj-%: %.c\n\ttrue\nNAME := x\n");
        repo.Write("app.c", "int main;");
        repo.Write("Cargo.toml", "[workspace]\nmembers = [\"core\"]\n[package]\nname = \"tool\"\n[dependencies]\nserde = \"1\"\n");
        repo.Write("core/Cargo.toml", "[package]\nname = \"core\"\n[[bin]]\nname = \"extra\"\npath = \"x.rs\"\n");
        repo.Write("src/main.rs", "fn main() {}");
        repo.Write("core/tests/basic.rs", "");
        repo.Write("core/examples/demo/main.rs", "fn main() {}");
        repo.Write("go.mod", "module example\n");
        repo.Write("cmd/app/main.go", "package main");
        repo.Write("internal/x/x.go", "package x");
        repo.Write("pkg/cli.py", "");
        repo.Write("pkg/__init__.py", "");
        repo.Write("tools/run.py", "");
        repo.Write("tools/release.sh", "");
        repo.Write("release.sh", "");
        repo.Commit("add");
        return repo;
    }

    /// <summary>For tests that write the packet and nothing else.</summary>
    public sealed class SharedSample : IDisposable
    {
        public TemporaryRepository Repository { get; } = Sample();

        public void Dispose() => Repository.Dispose();
    }
}
