using System.Runtime.InteropServices;
using CodeRelay.Build.Tests.Support;

namespace CodeRelay.Build.Tests;

/// <summary>Whatever is wrong with the command, the build goes on.</summary>
[Collection(nameof(InThisProcess))]
public sealed class DamagedPackageTests : IDisposable
{
    private readonly TemporaryDirectory _package = new();
    private readonly TemporaryRepository _repository = new();
    private readonly string _project;

    public DamagedPackageTests(BuildPackage package)
    {
        package.Unpack(_package.Path);
        Sample.Write(_repository.Path);
        _repository.Commit("Add the packet");
        _project = BareProject.Write(_repository.Path, _package.Path);
    }

    private string Assembly => Path.Combine(_package.Path, "tools", "net10.0", "any", "CodeRelay.Cli.dll");

    private string Native => Path.Combine(_package.Path, "tools", RuntimeInformation.RuntimeIdentifier, "coderelay");

    [Fact]
    public void The_undamaged_package_finds_the_fault() =>
        Assert.Equal(["warning"], RecordedBuild.Run(_project).Levels());

    [Fact]
    public void A_package_without_a_command_is_a_message()
    {
        Directory.Delete(Path.Combine(_package.Path, "tools"), recursive: true);

        NotChecked();
    }

    [Fact]
    public void A_command_that_crashes_is_a_message()
    {
        File.WriteAllText(Assembly, "not an assembly");

        NotChecked();
    }

    [Fact]
    public void A_missing_runtime_is_a_message()
    {
        var settings = Path.ChangeExtension(Assembly, ".runtimeconfig.json");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("10.0.0", "99.0.0", StringComparison.Ordinal));

        NotChecked();
    }

    [Fact]
    public void The_native_command_of_the_platform_comes_first()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands in for the executable");
        WriteNative("#!/bin/sh\necho \"$PWD/TASKS.md(2,1,2,3): warning RLY2001: found natively (https://example.invalid/)\"\n");

        Assert.Equal(["found natively"], RecordedBuild.Run(_project).Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Theory]
    [InlineData("\u007fELF of another machine")]
    [InlineData("#!/bin/sh\nkill -SEGV $$\n")]
    public void A_native_command_that_does_not_run_here_gives_way_to_the_other_one(string content)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands in for the executable");
        WriteNative(content);

        Assert.Equal(["warning"], RecordedBuild.Run(_project).Levels());
    }

    [Fact]
    public void What_the_command_says_before_it_gives_up_is_told_under_one_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands in for the executable");
        WriteNative("#!/bin/sh\necho 'coderelay: git is not on PATH' >&2\nexit 3\n");

        Assert.Equal(["coderelay: the packet is not checked: git is not on PATH"], RecordedBuild.Run(_project).Messages);
    }

    public void Dispose()
    {
        _package.Dispose();
        _repository.Dispose();
    }

    private void NotChecked()
    {
        var build = RecordedBuild.Run(_project);

        Assert.True(build.Succeeded);
        Assert.Empty(build.Diagnostics);
        Assert.Single(build.Messages, message => message.StartsWith("coderelay: the packet is not checked: ", StringComparison.Ordinal));
    }

    private void WriteNative(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Native)!);
        File.WriteAllText(Native, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Native, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
