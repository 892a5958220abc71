using System.Text;
using CodeRelay.Agents.Handoffs.Remote;
using CodeRelay.Git;

namespace CodeRelay.Tests.Agents.Handoffs.Remote;

/// <summary>A bare repository that serves as a host, and clones that know it as `origin`.</summary>
internal sealed class RemoteScene : IDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory _directory = new();
    private readonly List<TemporaryRepository> _clones = [];
    private readonly List<RemoteInbox> _inboxes = [];
    private readonly string _format;

    public RemoteScene(string format = "sha1")
    {
        _format = format;
        Git(_directory.Path, "init", "--quiet", "--bare", $"--object-format={format}", "host.git");
    }

    public string Host => Path.Combine(_directory.Path, "host.git");

    /// <summary>A working repository with one commit.</summary>
    public TemporaryRepository Clone(string? origin = null)
    {
        var clone = new TemporaryRepository("app");
        _clones.Add(clone);
        if (_format != "sha1")
        {
            Directory.Delete(Path.Combine(clone.Path, ".git"), recursive: true);
            clone.Git("init", "--quiet", "--initial-branch=main", $"--object-format={_format}");
        }

        clone.Git("remote", "add", "origin", origin ?? Host);
        clone.Write("README.md", "# App\n");
        clone.Commit("Begin");
        return clone;
    }

    /// <summary>The inbox of a clone; a new clone when none is given.</summary>
    public RemoteInbox Open(TemporaryRepository? clone = null, string remote = "origin", bool isUnasked = false, TimeSpan? limit = null)
    {
        var inbox = new RemoteInbox(Repository.Discover((clone ?? Clone()).Path), remote, limit ?? Limit) { IsUnasked = isUnasked };
        _inboxes.Add(inbox);
        return inbox;
    }

    /// <summary>All refs of the host.</summary>
    public string[] Refs() => Git(Host, "for-each-ref", "--format=%(refname)").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes a hook of the host in sh.</summary>
    public void Hook(string name, string body)
    {
        var hooks = Path.Combine(Host, "hooks");
        Directory.CreateDirectory(hooks);
        var path = Path.Combine(hooks, name);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        MakeExecutable(path);
    }

    public void RemoveHook(string name) => File.Delete(Path.Combine(Host, "hooks", name));

    public static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static byte[] Text(int number) => Encoding.UTF8.GetBytes($"---\nname: number {number}\n---\n");

    public static string Name(int number) => $"20260601T0900{number % 60:00}Z-from-app-n{number}.md";

    public static OutgoingHandoff[] Some(int count, string recipient = "app") =>
        [.. Enumerable.Range(0, count).Select(number => new OutgoingHandoff(recipient, Name(number), Text(number)))];

    public static string Git(string directory, params string[] arguments)
    {
        var result = ProcessRunner.Run("git", arguments, directory);
        return result.ExitCode == 0 ? result.Output.Trim() : throw new InvalidOperationException(result.Error);
    }

    public void Dispose()
    {
        _inboxes.ForEach(inbox => inbox.Dispose());
        _clones.ForEach(clone => clone.Dispose());
        _directory.Dispose();
    }
}
