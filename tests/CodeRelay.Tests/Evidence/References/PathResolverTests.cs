using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Tests.Evidence.References;

public sealed class PathResolverTests
{
    [Theory]
    [InlineData("src/App/Main.cs", "", PathMatch.File, "src/App/Main.cs")]
    [InlineData("Main.cs", "", PathMatch.File, "src/App/Main.cs")]
    [InlineData("App/Main.cs", "", PathMatch.File, "src/App/Main.cs")]
    [InlineData("src/App", "", PathMatch.Directory, "src/App")]
    [InlineData("App", "", PathMatch.Directory, "src/App")]
    [InlineData("guide.md", "sub/docs", PathMatch.File, "sub/docs/guide.md")]
    [InlineData("docs/guide.md", "sub/docs", PathMatch.File, "sub/docs/guide.md")]
    [InlineData("../tool.py", "sub/docs", PathMatch.File, "sub/tool.py")]
    [InlineData("README.md", "sub/docs", PathMatch.File, "README.md")]
    [InlineData("index.ts", "", PathMatch.Several, "")]
    [InlineData("ünï cöde/dätei 1.md", "", PathMatch.File, "ünï cöde/dätei 1.md")]
    [InlineData("src/app/main.cs", "", PathMatch.File, "src/App/Main.cs")]
    [InlineData("notes/untracked.md", "", PathMatch.Untracked, "notes/untracked.md")]
    [InlineData("repository/src/App/Main.cs", "", PathMatch.File, "src/App/Main.cs")]
    [InlineData("Assets/Plugins/App/Main.cs", "", PathMatch.File, "src/App/Main.cs")]
    [InlineData("src/Gone.cs", "", PathMatch.Missing, "src/Gone.cs")]
    [InlineData("src/Old/Main.cs", "", PathMatch.Missing, "src/Old/Main.cs")]
    [InlineData("../../etc/passwd", "", PathMatch.Outside, "")]
    [InlineData("../../../etc/passwd", "sub/docs", PathMatch.Outside, "")]
    public void A_path_is_looked_for_where_its_writer_may_have_meant(string path, string from, PathMatch match, string found)
    {
        using var repo = Sample();

        var resolution = new PathResolver(Repository.Discover(repo.Path)).Resolve(path, from);

        Assert.Equal(match, resolution.Match);
        if (found.Length > 0)
            Assert.Contains(found, resolution.Paths);
    }

    [Theory]
    [InlineData("src/*/Main.cs", "src/App/Main.cs")]
    [InlineData("**/*.ts", "web/index.ts lib/index.ts")]
    [InlineData("src/{App,Lib}/Main.cs", "src/App/Main.cs")]
    [InlineData("src/?pp", "src/App/Main.cs")]
    [InlineData("App/*.cs", "src/App/Main.cs")]
    [InlineData("*.rs", "")]
    [InlineData("src/{A,B}/x.cs", "")]
    public void Wildcards_and_braces_match_paths_and_directories(string pattern, string found)
    {
        using var repo = Sample();

        var resolution = new PathResolver(Repository.Discover(repo.Path)).Resolve(pattern, "", isGlob: true);

        Assert.Equal(found.Length == 0, resolution.IsMissing);
        if (found.Length > 0)
            Assert.Equal(found.Split(' ').Order(), resolution.Paths.Order());
    }

    [Theory]
    [InlineData("guide.md", "sub/docs", PathMatch.File)]
    [InlineData("../tool.py", "sub/docs", PathMatch.File)]
    [InlineData("/README.md", "sub/docs", PathMatch.File)]
    [InlineData("README.md", "sub/docs", PathMatch.Missing)]
    [InlineData("..", "sub/docs", PathMatch.Directory)]
    [InlineData("../../../issues", "sub/docs", PathMatch.Outside)]
    public void A_link_is_relative_to_its_document_and_nothing_else(string target, string from, PathMatch match)
    {
        using var repo = Sample();

        Assert.Equal(match, new PathResolver(Repository.Discover(repo.Path)).ResolveLink(target, from).Match);
    }

    [Fact]
    public void What_is_behind_a_link_or_in_a_submodule_is_not_judged()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var outside = new TemporaryDirectory();
        outside.Write("secret.txt", "x");
        using var library = new TemporaryRepository();
        library.Write("lib.c", "int x;");
        library.Commit("add library");
        using var repo = new TemporaryRepository();
        Directory.CreateSymbolicLink(Path.Combine(repo.Path, "shared"), outside.Path);
        repo.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.Path, "vendor");
        repo.Commit("link and embed");
        var resolver = new PathResolver(Repository.Discover(repo.Path));

        Assert.Equal(PathMatch.Unknowable, resolver.Resolve("shared/none.txt", "").Match);
        Assert.Equal(PathMatch.Unknowable, resolver.Resolve("vendor/none.c", "").Match);
        Assert.Equal(PathMatch.File, resolver.Resolve("vendor", "").Match);
    }

    [Fact]
    public void A_linked_worktree_and_a_plain_directory_resolve_like_a_clone()
    {
        using var repo = Sample();
        repo.Git("worktree", "add", "--quiet", "../other tree", "-b", "other");
        using var plain = new TemporaryDirectory();
        plain.Write("src/App/Main.cs", "x");

        foreach (var root in new[] { Path.Combine(repo.Path, "..", "other tree"), plain.Path })
            Assert.Equal(PathMatch.File, new PathResolver(Repository.Discover(root)).Resolve("App/Main.cs", "").Match);
    }

    private static TemporaryRepository Sample()
    {
        var repo = new TemporaryRepository("repository");
        foreach (var path in new[] { "README.md", "src/App/Main.cs", "sub/tool.py", "sub/docs/guide.md", "web/index.ts", "lib/index.ts", "ünï cöde/dätei 1.md" })
            repo.Write(path, "x");
        repo.Commit("add files");
        repo.Write("notes/untracked.md", "x");
        return repo;
    }
}
