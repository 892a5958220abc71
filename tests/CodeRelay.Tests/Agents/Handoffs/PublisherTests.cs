using System.Text;
using System.Text.RegularExpressions;
using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Tests.Agents.Handoffs;

public sealed partial class PublisherTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("content\n");

    [Fact]
    public void A_file_lands_under_its_name_with_nothing_left_beside_it()
    {
        using var directory = new TemporaryDirectory();

        var path = Publisher.Write(directory.Path, "a.md", Content);

        Assert.Equal(Path.Combine(directory.Path, "a.md"), path);
        Assert.Equal("content\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(directory.Path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_name_that_is_taken_gets_five_hexadecimal_digits_and_both_files_stay()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("a.md", "other\n");

        var path = Publisher.Write(directory.Path, "a.md", Content);

        Assert.Matches(Suffixed(), Path.GetFileName(path));
        Assert.Equal(("other\n", "content\n"), (directory.Read("a.md"), File.ReadAllText(path)));
        Assert.Equal(2, Directory.GetFileSystemEntries(directory.Path).Length);
    }

    [Fact]
    public void A_directory_of_that_name_counts_as_taken()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(Path.Combine(directory.Path, "a.md"));

        var path = Publisher.Write(directory.Path, "a.md", Content);

        Assert.Matches(Suffixed(), Path.GetFileName(path));
        Assert.True(Directory.Exists(Path.Combine(directory.Path, "a.md")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(directory.Path, "a.md")));
    }

    [Fact]
    public async Task Many_writers_of_one_name_all_keep_what_they_wrote()
    {
        using var directory = new TemporaryDirectory();

        var paths = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => Publisher.Write(directory.Path, "a.md", Encoding.UTF8.GetBytes($"{i}")))));

        Assert.Equal(64, paths.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(0, 64).Select(i => $"{i}").Order(StringComparer.Ordinal), Directory.GetFiles(directory.Path).Select(File.ReadAllText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_full_disk_leaves_nothing_half_written()
    {
        if (!File.Exists("/dev/full"))
            return;
        using var directory = new TemporaryDirectory();
        // Nothing can be made in a directory that may not be written, for anybody but the administrator.
        var file = directory.Write("not-a-directory", "");

        Assert.ThrowsAny<IOException>(() => Publisher.Write(file, "a.md", Content));
        Assert.Equal([file], Directory.GetFileSystemEntries(directory.Path));
    }

    [GeneratedRegex("^a-[0-9a-f]{5}\\.md$")]
    private static partial Regex Suffixed();
}
