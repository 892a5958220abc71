using System.Text;
using CodeRelay.Agents.Hooks.Sessions;

namespace CodeRelay.Tests.Agents.Hooks;

public sealed class FileTimesTests
{
    private delegate (long Time, long Size, long Status) Question(ReadOnlySpan<byte> path);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("dir/größe 大.txt")]
    public void A_file_has_its_size_and_another_time_when_it_was_written(string name)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.Write(name, "four");
        using var times = new FileTimes(directory.Path);
        foreach (var ask in new Question[] { times.Of, times.OfFile })
        {
            File.SetLastWriteTimeUtc(path, new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc));
            var before = ask(Bytes(name));
            Assert.Equal(4, before.Size);
            Assert.Equal(before, ask(Bytes(path)));

            File.SetLastWriteTimeUtc(path, new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc).AddTicks(10));
            Assert.True(ask(Bytes(name)).Time > before.Time);
        }
    }

    [Theory]
    [InlineData("none.txt")]
    [InlineData("none/a.txt")]
    [InlineData("a.txt/b")]
    public void What_is_not_there_has_the_size_minus_one(string name)
    {
        using var directory = new TemporaryDirectory();
        directory.Write("a.txt", "x");
        using var times = new FileTimes(directory.Path);

        Assert.Equal(-1, times.Of(Bytes(name)).Size);
        Assert.Equal(-1, times.OfFile(Bytes(name)).Size);
    }

    [Fact]
    public void A_link_is_asked_about_itself()
    {
        using var directory = new TemporaryDirectory();
        File.SetLastWriteTimeUtc(directory.Write("target", "four"), new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.CreateSymbolicLink(Path.Combine(directory.Path, "link"), "target");
        using var times = new FileTimes(directory.Path);

        Assert.NotEqual(times.Of(Bytes("target")).Time, times.Of(Bytes("link")).Time);
        Assert.NotEqual(times.OfFile(Bytes("target")).Time, times.OfFile(Bytes("link")).Time);
    }

    [Fact]
    public void A_directory_that_is_not_there_holds_nothing()
    {
        using var times = new FileTimes("/nowhere/at all");

        Assert.Equal(-1, times.Of(Bytes("a.txt")).Size);
    }

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + '\0');
}
