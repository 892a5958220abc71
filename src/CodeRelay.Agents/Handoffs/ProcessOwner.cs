using System.Diagnostics;
using System.Globalization;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>Which process something belongs to. A process id alone is given out again; with the start time and the host it is not.</summary>
/// <param name="Host">The machine's name.</param>
/// <param name="ProcessId">On that machine.</param>
/// <param name="Started">When the process began, in a unit of the platform's that only equality is asked of.</param>
internal sealed record ProcessOwner(string Host, int ProcessId, string Started)
{
    /// <summary>This process.</summary>
    public static ProcessOwner Current { get; } = new(Environment.MachineName, Environment.ProcessId, StartOf(Environment.ProcessId) ?? "");

    /// <summary>Host and start as one word for a file name.</summary>
    public string Mark => HostMark + Started;

    /// <summary>How the marks of all processes of this machine begin.</summary>
    public string HostMark => StableHash.Of(Host)[..8] + ".";

    /// <summary>Tells from `[process id]-[mark]` whether that process may still run; of another machine it may.</summary>
    public static bool MayHaveMark(string text) =>
        text.Split('-', 2) is not [var id, var mark] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
        || !mark.StartsWith(Current.HostMark, StringComparison.Ordinal) || (Current with { ProcessId = processId, Started = mark[Current.HostMark.Length..] }).MayBeAlive;

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static ProcessOwner? Parse(string text) =>
        text.TrimEnd('\n').Split('\n') is [var host, var id, var started] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId) ? new ProcessOwner(host, processId, started) : null;

    /// <summary>False only when it is certain that the process has ended; of another machine nothing is certain.</summary>
    public bool MayBeAlive => Host != Environment.MachineName || StartOf(ProcessId) is { } start && (start == Started || start.Length == 0 || Started.Length == 0);

    /// <summary>Tells whether a process with that id runs on this machine.</summary>
    public static bool IsRunning(int processId) => StartOf(processId) is not null;

    public override string ToString() => $"{Host}\n{ProcessId}\n{Started}\n";

    // Null: no such process. Empty: there is one, whose start cannot be told.
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

    // proc(5): the 22nd field, in clock ticks since boot, which setting the clock does not move. A zombie (3rd field) runs no more.
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
            // ESRCH: it ended while it was looked at.
            return Directory.Exists($"/proc/{processId}") ? "" : null;
        }
    }
}
