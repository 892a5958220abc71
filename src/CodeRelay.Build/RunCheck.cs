using System.ComponentModel;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace CodeRelay.Build;

/// <summary>
/// Starts the command, or repeats its result when nothing changed since. Every failure here is a message: a build never
/// fails because its packet could not be checked.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class RunCheck : ToolTask
{
    private const string InputPrefix = "input: ";
    private const string TalkPrefix = "coderelay: ";
    private const int Usage = 2;
    private const int LastKnownExitCode = 3;

    // No check takes that long; a hanging command must not hang the build.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly List<string> _lines = [];
    private readonly List<string> _inputs = [];
    private readonly List<string> _talk = [];
    private IReadOnlyList<Command> _commands = [];
    private Stamp? _stamp;

    /// <summary>The directory to check.</summary>
    [Required]
    public string Root { get; set; } = "";

    /// <summary>The package's directory with the command.</summary>
    [Required]
    public string Tools { get; set; } = "";

    /// <summary>The findings, each a <see cref="FindingItem"/>.</summary>
    [Output]
    public ITaskItem[] Lines => [.. _lines.Select(FindingItem.Create)];

    public override int Timeout { get; set; } = (int)Limit.TotalMilliseconds;

    protected override string ToolName => "coderelay";

    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    protected override string GenerateFullPathToTool() => _commands[0].Program;

    protected override string GenerateCommandLineCommands() => _commands[0].Arguments;

    protected override string GetWorkingDirectory() => Root;

    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, "{0}", message);

    protected override bool SkipTaskExecution()
    {
        _commands = Command.Find(Path.GetFullPath(Tools));
        if (_commands.Count == 0)
        {
            Tell("the package has no native command for this platform, and there is no dotnet host for the portable one");
            return true;
        }

        return Quietly(() =>
        {
            if (StateDirectory.Find(Root) is not { } state)
                return false;
            _stamp = Stamp.For(state, Root, _commands[0]);
            if (_stamp.Read() is not { } lines)
                return false;
            _lines.AddRange(lines);
            Log.LogMessage(MessageImportance.Low, "coderelay: nothing changed since the last check of '{0}'", Root);
            return true;
        });
    }

    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        var exitCode = -1;
        foreach (var command in _commands)
        {
            var started = DateTime.UtcNow;
            exitCode = Try(command, started);
            if (exitCode is >= 0 and <= LastKnownExitCode || DateTime.UtcNow - started >= Limit)
                break;
            Log.LogMessage(MessageImportance.Low, "coderelay: '{0}' ended with exit code {1}", command.Program, exitCode);
        }

        return exitCode;
    }

    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (FindingLine.Parse(singleLine) is not null)
            _lines.Add(singleLine);
        else if (singleLine.StartsWith(InputPrefix, StringComparison.Ordinal))
            _inputs.Add(singleLine.Substring(InputPrefix.Length));
        else if (!string.IsNullOrWhiteSpace(singleLine))
            Keep(singleLine);
    }

    protected override bool HandleTaskExecutionErrors()
    {
        var reason = _talk.LastOrDefault() ?? $"exit code {ExitCode}";
        if (ExitCode == Usage && ConfigurationError.Parse(reason, Root) is { } finding)
            _lines.Add(finding);
        else
            Tell(reason);
        return true;
    }

    private int Try(Command command, DateTime started)
    {
        _lines.Clear();
        _inputs.Clear();
        _talk.Clear();
        try
        {
            var exitCode = base.ExecuteTool(command.Program, "", command.Arguments);
            if (exitCode == 0)
                Quietly(() => Remember(started));
            return exitCode;
        }
        catch (Win32Exception e)
        {
            // Not executable for this user, or for another C library: another way to start it may work.
            Keep(e.Message);
            return -1;
        }
    }

    private bool Remember(DateTime started)
    {
        _stamp?.Write(_inputs, _lines, started);
        return true;
    }

    private bool Quietly(Func<bool> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            Log.LogMessage(MessageImportance.Low, "coderelay: no stamp: {0}", e.Message);
            return false;
        }
    }

    private void Keep(string line)
    {
        _talk.Add(line);
        Log.LogMessage(MessageImportance.Low, "coderelay: {0}", line);
    }

    private void Tell(string reason) =>
        Log.LogMessage(MessageImportance.High, TalkPrefix + "the packet is not checked: {0}", reason.StartsWith(TalkPrefix, StringComparison.Ordinal) ? reason.Substring(TalkPrefix.Length) : reason);
}
