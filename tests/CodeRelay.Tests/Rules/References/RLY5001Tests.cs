using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules.References;

public sealed class RLY5001Tests(RLY5001Tests.SharedSample shared) : IClassFixture<RLY5001Tests.SharedSample>
{
    // Lines that name a path which is nowhere, each of a kind that readers of real packets held to be no fault.
    [Theory]
    [InlineData("Create `src/NewReader.cs`.")]
    [InlineData("Add a test in `tests/NewTests.cs` for it.")]
    [InlineData("A new file `src/Reader2.cs` will hold it.")]
    [InlineData("`src/Plan.cs` (planned)")]
    [InlineData("`src/Later.cs` is not written yet.")]
    [InlineData("Removed `src/Gone.cs` and `src/GoneToo.cs`.")]
    [InlineData("`src/Before.cs` → `src/App.cs`")]
    [InlineData("`src/Before.cs` was renamed to `src/App.cs`.")]
    [InlineData("| `src/Gone.cs` | DELETE | -20 |")]
    [InlineData("There is no `src/Config.cs`; do not look for it: it does not exist.")]
    [InlineData("The run writes `reports/result.json`.")]
    [InlineData("The build puts `dist/app.zip` there.")]
    [InlineData("Logs go to `logs/run.log`.")]
    [InlineData("Untracked: `scratch/try.py`")]
    [InlineData("`ignored/x.cs` is covered by .gitignore")]
    [InlineData("In the other repository, `lib/Shared.cs` does the same.")]
    [InlineData("`acme_core/src/kernel.c` is in https://github.com/acme/acme_core")]
    [InlineData("On branch `feature/old.names` and `origin/feature/old.names`.")]
    [InlineData("Use try/finally, and/or `Task/ValueTask`, see `Directory.Build.props/targets`.")]
    [InlineData("Node.js and `Chart.js` draw it, MSAL.js signs in.")]
    [InlineData("Each module has `src/<Module>/Api.cs` and `src/{name}/x.cs`.")]
    [InlineData("`/api/v1/users.json` answers, `POST /api/tokens` too.")]
    [InlineData("Upload `release.zip`, `latest.json` and `setup.exe`.")]
    [InlineData("`C:\\Users\\me\\app\\x.cs`, `~/.config/app/x.yml`, `/etc/app/x.conf`")]
    [InlineData("`../../outside/x.cs`")]
    [InlineData("~~`src/Old.cs`~~ done")]
    [InlineData("`dotnet new sln -o out/My.sln`, `mkdir docs/new`, `curl -o src/x.json https://example.org`")]
    [InlineData("```\nsrc/\n├── Drawn.cs\n└── sub/Drawn2.cs\n```")]
    [InlineData("```csharp\nvar file = \"src/InCode.cs\";\n```")]
    [InlineData("```\nfailed: src/FromALog.cs:12\n```")]
    [InlineData("> 消した: `src/Old.cs` を削除した")]
    [InlineData("`src/Neu.cs` anlegen: erstellen wir `src/Neu.cs`.")]
    [InlineData("Удалён `src/Old.cs`.")]
    [InlineData("新建 `src/New.cs`")]
    [InlineData("The posts are in `src/posts/[date]/[slug].cs`.")]
    [InlineData("e.g. `src/Reader.cs`")]
    [InlineData("- E.g. `src/Reader.cs`, `src/Writer.cs` or src/sub/Both.cs.")]
    [InlineData("Name it after its rule,\ne.g. `src/Reader.cs`.")]
    [InlineData("One file each (e. g. `src/Reader.cs`).")]
    [InlineData("Un fichier par classe (ex. `src/Reader.cs`).")]
    [InlineData("For example, `src/Reader.cs` is a good name.")]
    [InlineData("Names such as `src/Reader.cs` are good.")]
    [InlineData("A path like `src/Reader.cs` is good.")]
    [InlineData("- `src/Reader.cs`, for example")]
    [InlineData("z. B. `src/Reader.cs`")]
    [InlineData("Bspw. `src/Reader.cs`")]
    [InlineData("P. ex. `src/Reader.cs`")]
    [InlineData("p. ej. `src/Reader.cs`")]
    [InlineData("Por exemplo: `src/Reader.cs`")]
    [InlineData("np. `src/Reader.cs`")]
    [InlineData("Ad esempio `src/Reader.cs`")]
    [InlineData("Напр. `src/Reader.cs`")]
    [InlineData("比如 `src/Reader.cs`")]
    [InlineData("`src/Reader.cs` のような名前にする。")]
    [InlineData("예: `src/Reader.cs`")]
    [InlineData("Ví dụ `src/Reader.cs`")]
    public void What_is_missing_on_purpose_is_no_fault(string line)
    {
        shared.Repository.Write("HANDOFF.md", $"# Handoff\n\n## State\n\n{line}\n");

        Assert.Empty(shared.Repository.Findings("RLY5001"));
    }

    [Theory]
    [InlineData("Fix the error in `src/Missing.cs`.", "src/Missing.cs")]
    [InlineData("The loop of src/Missing.cs is wrong.", "src/Missing.cs")]
    [InlineData("1. Read `docs/missing.md`.", "docs/missing.md")]
    [InlineData("- `src\\Missing.cs` – the loop", "src\\Missing.cs")]
    [InlineData("| `src/Missing.cs` | the loop |", "src/Missing.cs")]
    [InlineData("See `src/Missing.cs:12-20`.", "src/Missing.cs")]
    [InlineData("`dotnet test tests/Missing.Tests`", "tests/Missing.Tests")]
    [InlineData("```sh\ndotnet test tests/Missing.Tests/Missing.Tests.csproj\n```", "tests/Missing.Tests/Missing.Tests.csproj")]
    [InlineData("Исправить цикл в `src/Missing.cs`.", "src/Missing.cs")]
    [InlineData("请先看 `src/Missing.cs`。", "src/Missing.cs")]
    [InlineData("It works like `src/Missing.cs` does.", "src/Missing.cs")]
    [InlineData("It looks like `src/Missing.cs` is wrong.", "src/Missing.cs")]
    [InlineData("Rename the fields, e.g. `name`. `src/Missing.cs` is wrong.", "src/Missing.cs")]
    [InlineData("e.g. the loop that reads the tokens of a line one by one and skips the blanks: `src/Missing.cs`", "src/Missing.cs")]
    [InlineData("Read `src/Missing.cs`, e.g. its loop.", "src/Missing.cs")]
    [InlineData("Wie `src/Missing.cs` arbeitet, ist falsch.", "src/Missing.cs")]
    public void What_is_offered_as_a_file_of_the_repository_must_be_there(string line, string written)
    {
        var text = $"# Handoff\n\n## State\n\n{line}\n".ReplaceLineEndings("\r\n");
        shared.Repository.Write("HANDOFF.md", text);

        var finding = Assert.Single(shared.Repository.Findings("RLY5001"));

        var source = text.Split("\r\n")[finding.Range.Line - 1];
        Assert.Equal(written, source[(finding.Range.Column - 1)..(finding.Range.EndColumn - 1)]);
    }

    [Fact]
    public void What_a_tracked_source_writes_is_there_though_an_older_copy_was_deleted()
    {
        using var repo = Sample();
        repo.Write("public/robots.txt", "User-agent: *\n");
        repo.Commit("Serve robots.txt");
        repo.Git("rm", "--quiet", "public/robots.txt");
        repo.Write("src/pages/robots.txt.ts", "export const get = () => 'User-agent: *';\n");
        repo.Commit("Write robots.txt at build time");
        repo.Write("HANDOFF.md", "# Handoff\n\n- robots.txt allows all.\n");

        Assert.Empty(repo.Findings("RLY5001"));
    }

    [Fact]
    public void A_bare_name_is_missing_where_the_same_text_has_it_with_its_folder()
    {
        using var repo = Sample();
        repo.Write("HANDOFF.md", "# Handoff\n\nRead `memory/signing.md`.\n\nSign as signing.md says, like `other.md`.\n");

        Assert.Equal([3, 5], repo.Findings("RLY5001").Select(finding => finding.Range.Line));
    }

    [Fact]
    public void A_renamed_file_is_found_and_the_fix_keeps_the_way_it_was_written()
    {
        using var repo = Sample();
        repo.Git("mv", "sub/docs/guide.md", "sub/docs/manual.md");
        repo.Git("mv", "src/App.cs", "src/Program.cs");
        repo.Write("sub/HANDOFF.md", "# Handoff\n\nRead `docs/guide.md`, then `.\\..\\src\\App.cs:1`.\n");
        repo.Write("coderelay.yml", "packet: sub\n");
        repo.Commit("rename");

        var findings = repo.Findings("RLY5001");

        Assert.Equal(["docs/manual.md", "src/Program.cs"], findings.Select(finding => Assert.Single(finding.Fix!.Edits).NewText));
        Assert.All(findings, finding => Assert.Equal(FixSafety.Safe, finding.Fix!.Safety));
        Assert.Contains("renamed it to `sub/docs/manual.md`", findings[0].Message, StringComparison.Ordinal);
        Assert.Equal("rename", Assert.Single(findings[0].Evidence).Text);
        var edit = findings[1].Fix!.Edits[0];
        Assert.Equal(@".\..\src\App.cs", repo.Read("sub/HANDOFF.md").Substring(edit.Start, edit.Length));
    }

    [Theory]
    [InlineData("`src/legacy`", "deleted it")]
    [InlineData("`src/legacy/`", "deleted it")]
    [InlineData("`src/{App,Dropped}.cs`", "src/Dropped.cs")]
    [InlineData("`src/leg*/*.cs`", "deleted it")]
    [InlineData("`Dropped.cs`", "deleted it")]
    [InlineData("Add a case to `src/Dropped.cs`", "deleted it")]
    [InlineData("e.g. `src/Dropped.cs`", "deleted it")]
    public void What_a_commit_took_away_is_reported_in_every_way_of_writing(string text, string message)
    {
        using var repo = Sample();
        repo.Write("src/legacy/A.cs", "class A;");
        repo.Write("src/Dropped.cs", "class Dropped;");
        repo.Commit("add");
        repo.Git("rm", "-r", "--quiet", "src/legacy", "src/Dropped.cs");
        repo.Write("HANDOFF.md", $"# Handoff\n\n{text}\n");
        repo.Commit("clean up");

        Assert.Contains(message, Assert.Single(repo.Findings("RLY5001")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_that_was_meant_is_suggested()
    {
        using var repo = Sample();
        repo.Write("HANDOFF.md", "# Handoff\n\nFix `lib/App.cs` and `src/Aapp.cs`.\n");

        Assert.All(repo.Findings("RLY5001"), finding => Assert.EndsWith("did you mean `src/App.cs`", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_under_a_folder_and_paths_beside_the_packet_are_there()
    {
        using var repo = Sample();
        repo.Write("sub/docs/api/x.md", "x");
        repo.Write("sub/HANDOFF.md", "# Handoff\n\n- `sub/docs/`\n  - `guide.md`\n  - `api/x.md`\n\nSee docs/guide.md, `../src/App.cs`, `App.cs` and untracked.txt.\n");
        repo.Write("sub/untracked.txt", "x");
        repo.Write("coderelay.yml", "packet: sub\n");

        Assert.Empty(repo.Findings("RLY5001"));
    }

    [Theory]
    [InlineData("--quiet", "--detach")]
    [InlineData("--quiet", "--orphan", "unborn")]
    public void Detached_and_unborn_heads_are_no_obstacle(params string[] arguments)
    {
        using var repo = Sample();
        repo.Git(["switch", .. arguments]);
        repo.Write("src/App.cs", "class App;");
        repo.Write("HANDOFF.md", "# Handoff\n\n`src/App.cs` is there, src/Missing.cs is wrong, `src/Missing.cs` too.\n");

        Assert.Equal(2, repo.Findings("RLY5001").Count);
    }

    [Fact]
    public void Outside_git_the_directory_itself_is_the_evidence()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("src/App.cs", "class App;");
        directory.Write("HANDOFF.md", "# Handoff\n\nRead `src/App.cs`, then `src/Missing.cs`.\n");

        Assert.Equal(3, Assert.Single(directory.Findings("RLY5001")).Range.Line);
    }

    private static TemporaryRepository Sample()
    {
        var repo = new TemporaryRepository();
        repo.Write(".gitignore", "ignored/\n");
        repo.Write("src/App.cs", "class App { int field; string name; }\n");
        repo.Write("docs/index.md", "# Docs\n");
        repo.Write("tests/AppTests.cs", "class AppTests;\n");
        repo.Write("sub/docs/guide.md", "# Guide\n\nHow to use it.\n");
        repo.Commit("add files");
        repo.Git("branch", "feature/old.names");
        return repo;
    }

    /// <summary>For tests that write the packet and nothing else.</summary>
    public sealed class SharedSample : IDisposable
    {
        public TemporaryRepository Repository { get; } = Sample();

        public void Dispose() => Repository.Dispose();
    }
}
