using CodeRelay.Formats;
using CodeRelay.Text;

namespace CodeRelay.Tests.Formats;

/// <summary>What is written is what `git apply` takes; git itself is asked.</summary>
public sealed class UnifiedDiffTests : IDisposable
{
    private const string Ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("a.md", "1\n2\n3\n", "1\nx\n3\n")]
    [InlineData("crlf.md", "1\r\n2\r\n3\r\n", "1\r\nx\r\n3\r\n")]
    [InlineData("line endings.md", "1\r\n2\n3\r4\n", "1\n2\r\n3\r4\n")]
    [InlineData("no-end.md", "1\n2", "1\n3")]
    [InlineData("end-comes.md", "1\n2", "1\n2\n")]
    [InlineData("end-goes.md", "1\n2\n", "1\n2")]
    [InlineData("filled.md", "", "1\n2\n")]
    [InlineData("emptied.md", "1\n2\n", "")]
    [InlineData("top.md", Ten, "0\n" + Ten)]
    [InlineData("bottom.md", Ten, Ten + "11\n")]
    [InlineData("apart.md", "a\n" + Ten + "b\n", "A\n" + Ten + "B\n")]
    [InlineData("near.md", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n")]
    [InlineData("docs/of ours/ä \"quoted\" \\ name.md", "1\n", "2\n")]
    [InlineData("marked.md", "\uFEFF1\n", "\uFEFF2\n")]
    public void Git_applies_the_difference(string path, string before, string after)
    {
        _repository.Write(path, before);

        Apply(UnifiedDiff.Lines(path, Read(before), Read(after)));

        Assert.Equal(Bytes(after), File.ReadAllBytes(Path.Combine(_repository.Path, path)));
    }

    [Theory]
    [InlineData("1\n2\n")]
    [InlineData("1\r\n2")]
    public void Git_makes_a_new_file_and_takes_it_away_again(string content)
    {
        Apply(UnifiedDiff.Lines("new.md", null, Read(content)));
        Assert.Equal(content, _repository.Read("new.md"));

        Apply(UnifiedDiff.Lines("new.md", Read(content), null));
        Assert.False(File.Exists(Path.Combine(_repository.Path, "new.md")));
    }

    [Fact]
    public void Changes_whose_context_meets_share_a_hunk()
    {
        Assert.Single(Hunks("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n"), "@@ -1,8 +1,8 @@");
        Assert.Equal(["@@ -1,4 +1,4 @@", "@@ -6,4 +6,4 @@"], Hunks("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n"));
        Assert.Equal(["@@ -0,0 +1 @@"], Hunks("", "a\n"));
    }

    [Fact]
    public void Equal_texts_have_no_difference() => Assert.Empty(UnifiedDiff.Lines("a.md", SourceText.From(Ten), SourceText.From(Ten)));

    private static string[] Hunks(string before, string after) =>
        [.. UnifiedDiff.Lines("a.md", SourceText.From(before), SourceText.From(after)).Where(line => line.StartsWith('@'))];

    private void Apply(IReadOnlyList<string> lines)
    {
        _repository.Write("change.patch", string.Concat(lines.Select(line => line + "\n")));
        _repository.Git("apply", "--whitespace=nowarn", "change.patch");
    }

    private static SourceText Read(string content) => SourceText.Decode(Bytes(content), Bytes(content).Length);

    private static byte[] Bytes(string content) => System.Text.Encoding.UTF8.GetBytes(content);
}
