using System.Diagnostics;
using System.Globalization;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The process that owns a file. The system reuses a process id; with start time and host it is unique.</summary>
/// <param name="Host">The machine's name.</param>
/// <param name="ProcessId">The process id on that host.</param>
/// <param name="Started">The start time in a unit of the platform; only equality has a meaning.</param>
internal sealed record ProcessOwner(string Host, int ProcessId, string Started)
{
    /// <summary>This process.</summary>
    public static ProcessOwner Current { get; } = new(Environment.MachineName, Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

    /// <summary>Host and start time as one word for a file name.</summary>
    public string Mark => HostMark + Started;

    /// <summary>The common prefix of the marks of all processes on this machine.</summary>
    public string HostMark => StableHash.Of(Host)[..8] + ".";

    /// <summary>True when the process of `[process id]-[mark]` may be alive; always true for another machine.</summary>
    public static bool MayHaveMark(string text) =>
        text.Split('-', 2) is not [var id, var mark] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
        || !mark.StartsWith(Current.HostMark, StringComparison.Ordinal) || (Current with { ProcessId = processId, Started = mark[Current.HostMark.Length..] }).MayBeAlive;

    /// <summary>Parses the format of <see cref="ToString"/>; null for anything else.</summary>
    public static ProcessOwner? Parse(string text) =>
        text.TrimEnd('\n').Split('\n') is [var host, var id, var started] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId) ? new ProcessOwner(host, processId, started) : null;

    /// <summary>False only when the process has certainly ended; nothing is certain about another machine.</summary>
    public bool MayBeAlive => Host != Environment.MachineName || StartOf(ProcessId) is { } start && (start == Started || start.Length == 0 || Started.Length == 0);

    /// <summary>True when a process with that id runs on this machine.</summary>
    public static bool IsRunning(int processId) => StartOf(processId) is not null;

    public override string ToString() => $"{Host}\n{ProcessId}\n{Started}\n";

    // Null: no such process. Empty: the process exists and its start time is unknown.
    private static string? StartOf(int processId)
    {
        if (OperatingSystem.IsLinux())
            return StartOnLinux(processId);
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }

    // proc(5): the 22nd field, in clock ticks since boot, independent of clock changes. A zombie (3rd field) counts as ended.
    private static string? StartOnLinux(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // ESRCH: the process ended during the call.
            return Directory.Exists($"/proc/{processId}") ? "" : null;
        }
    }
}
