using CodeRelay.Files;

namespace CodeRelay.Tests.Files;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_new_file_comes_with_its_directories_and_nothing_beside_it()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "a", "b", "file.txt");

        AtomicFile.Write(path, "text"u8);

        Assert.Equal("text", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void The_mode_of_an_existing_file_is_kept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are a matter of Unix");
        using var directory = new TemporaryDirectory();
        var path = directory.Write("settings.json", "old");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

            AtomicFile.Write(path, "new"u8);

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_script_can_be_executed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are a matter of Unix");
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "hook.sh");

        AtomicFile.Write(path, "#!/bin/sh\nprintf done\n"u8, executable: true);

        // Another test's process may have been forked while the file was open; until that one has started its program, the file is busy.
        Assert.Equal("done", ProcessRunner.Run("sh", ["-c", "for i in 1 2 3 4 5; do \"$0\" 2> /dev/null && exit; sleep 0.2; done", path], directory.Path).Output);
    }

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_written()
    {
        using var directory = new TemporaryDirectory();
        var target = directory.Write("dotfiles/settings.json", "old");
        var link = Path.Combine(directory.Path, "settings.json");
        File.CreateSymbolicLink(link, "dotfiles/settings.json");

        AtomicFile.Write(link, "new"u8);

        Assert.Equal("dotfiles/settings.json", new FileInfo(link).LinkTarget);
        Assert.Equal("new", File.ReadAllText(target));
    }

    [Fact]
    public void A_directory_in_the_way_is_an_error_and_leaves_nothing_behind()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(Path.Combine(directory.Path, "taken", "inside"));

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(Path.Combine(directory.Path, "taken"), "x"u8));

        Assert.Single(Directory.GetFileSystemEntries(directory.Path));
    }
}
