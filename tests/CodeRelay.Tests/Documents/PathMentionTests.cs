using CodeRelay.Documents;

namespace CodeRelay.Tests.Documents;

public sealed class PathMentionTests
{
    [Theory]
    [InlineData("`src/App.cs`", "src/App.cs")]
    [InlineData("read src/App.cs first", "src/App.cs")]
    [InlineData("`./build.props` and `../shared/x.py`", "build.props | ../shared/x.py")]
    [InlineData("\"docs/guide.md\", 'docs/api.md'; (docs/faq.md).", "docs/guide.md | docs/api.md | docs/faq.md")]
    [InlineData("Is it in src/App.cs? No!", "src/App.cs")]
    [InlineData(@"`src\App\Main.cs` and tools\run.ps1", "src/App/Main.cs | tools/run.ps1")]
    [InlineData("`Makefile.am`: `src/Makefile`", "src/Makefile")]
    [InlineData("`src/`, `src/modules/`", "src/modules")]
    [InlineData("`.github/workflows`", ".github/workflows")]
    [InlineData("`.editorconfig` decides", ".editorconfig")]
    [InlineData("`see src/App.cs`", "src/App.cs")]
    [InlineData("`My App/Main Page.xaml`", "My App/Main Page.xaml")]
    [InlineData("`docs/überblick.md` и `тесты/первый.cs`", "docs/überblick.md | тесты/первый.cs")]
    [InlineData("测试在tests/unit/foo_test.go里面。", "tests/unit/foo_test.go")]
    [InlineData("`文档/说明.md`を読む", "文档/说明.md")]
    [InlineData("see **src/App.cs** and *docs/a_b_c.md*", "src/App.cs | docs/a_b_c.md")]
    [InlineData("snake_case_name.md and foo\\_bar.md", "snake_case_name.md | foo_bar.md")]
    [InlineData("`src/routes/[slug]/+page.svelte`", "src/routes/[slug]/+page.svelte")]
    [InlineData("`app/(shop)/page.tsx` and `clusters/$id.tsx`", "app/(shop)/page.tsx | clusters/$id.tsx")]
    [InlineData("src/[slug]/+page.svelte in prose", "src/[slug]/+page.svelte")]
    [InlineData("@docs/rules.md", "docs/rules.md")]
    [InlineData("a.cs, b.cs; c.cs", "a.cs | b.cs | c.cs")]
    [InlineData("`a.cs`/`b.cs`", "a.cs | b.cs")]
    [InlineData("old.cs→new.cs", "old.cs | new.cs")]
    [InlineData("| File | Why |\n|---|---|\n| `src/a.cs` | see b/c.md |", "src/a.cs | b/c.md")]
    [InlineData("> quoted `src/a.cs`", "src/a.cs")]
    [InlineData("1. one\n   - `deep/er.cs`\n     * `deep/est.cs`", "deep/er.cs | deep/est.cs")]
    [InlineData("### Changes in `src/a.cs`", "src/a.cs")]
    [InlineData("icons/128x128@2x.png", "icons/128x128@2x.png")]
    [InlineData("`go test ./internal/core/...`", "internal/core")]
    public void Paths_are_found(string text, string expected) => Assert.Equal(expected, Mentions.Targets(text, MentionKind.Path));

    [Theory]
    [InlineData("https://example.org/docs/a.md and http://x.y/z.cs?a=b/c.cs")]
    [InlineData("[x](https://example.org/a.md) <https://example.org/b.md> `https://example.org/c.md`")]
    [InlineData("github.com/owner/name/file.md and docs.example.com/page.html")]
    [InlineData("mail@example.org, git@github.com:owner/name.git")]
    [InlineData("version 1.2.3, `v2.0.0-rc.1`, net10.0, `10.0.401`")]
    [InlineData("and/or, input/output, unit/integration, `try/finally`, `Task/ValueTask`")]
    [InlineData("Build.props/targets and README.md/CHANGELOG.md")]
    [InlineData("`application/json`, text/html, image/svg+xml")]
    [InlineData("`@types/sql.js` and `@scope/package`")]
    [InlineData("`owner/name` and owner/name@1234abc")]
    [InlineData("Node.js, Next.js, ASP.NET, Vite/Next.js, D3.js")]
    [InlineData("2026/01/31, 31.01.2026, 24/7, 3/4, 50x50, 12:30")]
    [InlineData(@"`HKCU\Software\Classes\app` and HKEY_LOCAL_MACHINE\SYSTEM")]
    [InlineData("`GET /api/v1/users`, `/api/{module}/{id}`, /health")]
    [InlineData("`<path>/file.cs`, `src/{name}/x.cs`, `path/to/file.cs`, src/<name>/a.cs, `src/.../x.cs`")]
    [InlineData("`feature/crlf`, `origin/main`, `refs/heads/x.y`, `main..feature/x`")]
    [InlineData("~~`src/gone.cs` and docs/old.md~~")]
    [InlineData("all `.tsx` files, every .props, CRLF for .bat/.cmd")]
    [InlineData("`console.log`, `process.env`, `res.json`, `this.props`, `arr.map(x)`, `Foo.Bar()`")]
    [InlineData("`System.Text.Json`, `Newtonsoft.Json`, `foo.Bar`, e.g. this, i.e. that")]
    [InlineData(@"`C:\Users\me\src\app.cs`, `~/notes/a.md`, C:\Program Files\App\x.log, `/home/me/x.py`, `$HOME/a.sh`, `%APPDATA%\a.json`, \\server\share\b.txt")]
    [InlineData("`--verbose`, `-o`, `--no-build.props`, `-p:Version=1.2.3`")]
    [InlineData("<!-- src/hidden.cs -->")]
    [InlineData("```csharp\nvar x = File.Read(\"src/a.cs\");\n```")]
    [InlineData("```\nsrc/\n├── App.cs\n└── docs/guide.md\n```")]
    [InlineData("```\nsrc/\n  App.cs   # the app\n  lib/util.cs\n```")]
    [InlineData("```json\n{ \"file\": \"src/a.json\" }\n```")]
    [InlineData("[src/App.cs](docs/other.md)")]
    [InlineData("../../")]
    public void What_only_looks_like_a_path_is_none(string text) => Assert.Equal("", Mentions.Targets(text, MentionKind.Path));

    [Theory]
    [InlineData("`src/providers`", "src/providers")]
    [InlineData("`App.Desktop` is new", "App.Desktop")]
    [InlineData("`tests/`", "tests")]
    [InlineData("App.js loads it", "App.js")]
    [InlineData("`src/Plexus.<Module>/Api`", "src/Plexus.*/Api")]
    [InlineData("```\nfailed at Parser.cs:12\n```", "Parser.cs")]
    public void A_shape_that_can_be_something_else_is_a_candidate(string text, string expected)
    {
        Assert.Equal("", Mentions.Targets(text, MentionKind.Path));
        Assert.Equal(expected, Mentions.Targets(text, MentionKind.Candidate));
    }

    [Theory]
    [InlineData("`src/a.cs:12`", 12, null, null)]
    [InlineData("`src/a.cs:12-20`", 12, 20, null)]
    [InlineData("src/a.cs:12:5", 12, null, null)]
    [InlineData("`src/a.cs#L12-L20`", 12, 20, "L12-L20")]
    [InlineData("`src/a.cs(12,5)`", 12, null, null)]
    [InlineData("`src/a.md#usage`", null, null, "usage")]
    [InlineData("`tests/a.py::TestX::test_y`", null, null, null)]
    [InlineData("`src/a.rs::parse`", null, null, null)]
    [InlineData("see `src/a.cs:12`.", 12, null, null)]
    [InlineData("`src/a.cs`: 12 of them", null, null, null)]
    public void Line_anchor_and_symbol_are_cut_off(string text, int? line, int? endLine, string? anchor)
    {
        var mention = Assert.Single(Mentions.Of(text));

        Assert.StartsWith("src/a.", mention.Target.Replace("tests", "src", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((line, endLine, anchor), (mention.Line, mention.EndLine, mention.Anchor));
    }

    [Theory]
    [InlineData("`src/*.cs`")]
    [InlineData("`src/**/Test?.cs`")]
    [InlineData("`src/{App,Lib}.cs`")]
    public void Wildcards_and_braces_make_a_glob(string text) => Assert.True(Assert.Single(Mentions.Of(text)).IsGlob);

    [Fact]
    public void A_reference_in_code_is_marked_and_one_in_prose_is_not()
    {
        var mentions = Mentions.Of("`src/a.cs` and src/b.cs");

        Assert.Equal([true, false], mentions.Select(mention => mention.IsMarked));
    }
}
