using CodeRelay.Agents.Runtimes;
using CodeRelay.Files;

namespace CodeRelay.Tests.Agents.Runtimes.OpenCode;

/// <summary>The plugin as opencode 1 loads it, in the nearest thing to its runtime that is here.</summary>
public sealed class OpenCodePluginTests
{
    // As opencode calls it: the export gets the session's surroundings, the hook fills what it is handed. A timer that is left would keep the process alive.
    private const string Driver = "import { CodeRelay } from './.opencode/plugins/coderelay.js'\nconst hooks = await CodeRelay({ directory: process.cwd(), worktree: process.cwd() })\nconst output = { context: [] }\nawait hooks['experimental.session.compacting']({ sessionID: 's-1' }, output)\nprocess.stdout.write(JSON.stringify(output.context))\nif (process.getActiveResourcesInfo().includes('Timeout')) process.stdout.write(' and a timer')\n";

    [Fact]
    public void What_the_command_says_before_a_compaction_goes_into_it()
    {
        using var place = new Place();
        place.InstallCommand("printf '%s ' \"$@\"; cat");

        var directory = place.Path;
        Assert.Equal($$"""["hook pre-compact --runtime opencode {\"session_id\":\"s-1\",\"cwd\":\"{{directory}}\",\"hook_event_name\":\"pre-compact\"}"]""", place.Run());
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("echo broken; exit 3")]
    [InlineData(null)]
    public void Silence_failure_and_absence_add_nothing(string? command)
    {
        using var place = new Place();
        if (command is not null)
            place.InstallCommand(command);

        Assert.Equal("[]", place.Run());
    }

    private sealed class Place : IDisposable
    {
        private readonly RuntimeWorkshop _workshop = new();
        private readonly TemporaryDirectory _bin = new();

        public Place()
        {
            Assert.SkipWhen(OperatingSystem.IsWindows() || ExecutableFinder.Find("node") is null, "node is not here");
            _workshop.Install(RuntimeCatalog.All.Single(runtime => runtime.Id == "opencode"));
            _workshop.Repository.Write("package.json", "{ \"type\": \"module\" }\n");
            _workshop.Repository.Write("driver.js", Driver);
        }

        public string Path => RealPath.Of(_workshop.Repository.Path);

        public void InstallCommand(string body)
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(_bin.Write("coderelay", $"#!/bin/sh\n{body}\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        public string Run()
        {
            var result = ProcessRunner.Run(ExecutableFinder.Find("node")!, ["driver.js"], Path, "", new Dictionary<string, string?> { ["PATH"] = _bin.Path + ":/bin:/usr/bin" });
            Assert.True(result.ExitCode == 0, result.Error);
            return result.Output;
        }

        public void Dispose()
        {
            _workshop.Dispose();
            _bin.Dispose();
        }
    }
}
