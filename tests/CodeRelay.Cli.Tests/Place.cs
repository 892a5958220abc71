namespace CodeRelay.Cli.Tests;

/// <summary>A repository, and a machine on which nothing is installed.</summary>
internal sealed class Place : IDisposable
{
    private readonly TemporaryDirectory _bin = new();

    public TemporaryRepository Repository { get; } = new();

    public TemporaryDirectory Home { get; } = new("home");

    public bool Program(string name, string body)
    {
        if (OperatingSystem.IsWindows())
            return false;
        File.SetUnixFileMode(_bin.Write(name, $"#!/bin/sh\n{body}\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return true;
    }

    /// <summary>Puts a program of this machine on PATH.</summary>
    public void Link(string name)
    {
        if (!OperatingSystem.IsWindows())
            File.CreateSymbolicLink(Path.Combine(_bin.Path, name), CodeRelay.Files.ExecutableFinder.Find(name)!);
    }

    /// <param name="line">Arguments with single spaces between them.</param>
    /// <param name="below">Where it runs, relative to the repository.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="ci">What says that nobody sits there; null for a machine where somebody does.</param>
    public ProcessResult Run(string line, string below = "", string input = "", string? ci = "true")
    {
        var directory = Path.Combine(Repository.Path, below);
        Directory.CreateDirectory(directory);
        return Coderelay.Run(line.Split(' '), directory, input, environment: new Dictionary<string, string?>
        {
            ["HOME"] = Home.Path,
            ["USERPROFILE"] = Home.Path,
            ["XDG_STATE_HOME"] = null,
            ["APPDATA"] = Path.Combine(Home.Path, "AppData", "Roaming"),
            ["LOCALAPPDATA"] = Path.Combine(Home.Path, "AppData", "Local"),
            ["CODERELAY_STATE"] = null,
            ["AGENT_HANDOFF_ROOT"] = null,
            ["CI"] = ci,
            ["PATH"] = _bin.Path,
            ["DOTNET_ROOT"] = Path.GetDirectoryName(CodeRelay.Files.ExecutableFinder.Find("dotnet")),
        });
    }

    public void Dispose()
    {
        Repository.Dispose();
        Home.Dispose();
        _bin.Dispose();
    }
}
