using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CodeRelay.Files;

namespace CodeRelay.Cli.Output;

/// <summary>Copies text to the clipboard with a program of the platform.</summary>
internal static class Clipboard
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>Copies the text.</summary>
    /// <returns>The program that copied it, or null with the reason.</returns>
    public static (string? Program, string Problem) Copy(string text)
    {
        var problem = $"none of {string.Join(", ", Programs().Select(program => program.Name).Distinct())} is on PATH";
        foreach (var (name, arguments) in Programs())
        {
            if (ExecutableFinder.Find(name) is not { } path)
                continue;
            if (Run(path, arguments, name.StartsWith("clip", StringComparison.Ordinal) ? [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] : Encoding.UTF8.GetBytes(text)) is not { } failure)
                return (name, "");
            problem = $"{name} {failure}";
        }

        return (null, problem);
    }

    private static IEnumerable<(string Name, string[] Arguments)> Programs()
    {
        if (OperatingSystem.IsWindows())
            return [("clip", [])];
        if (OperatingSystem.IsMacOS())
            return [("pbcopy", [])];
        // Each serves one kind of desktop; clip.exe exists in WSL.
        (string, string[])[] wayland = [("wl-copy", [])];
        (string, string[])[] x11 = [("xclip", ["-selection", "clipboard"]), ("xsel", ["--input", "--clipboard"])];
        return [.. string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY")) ? [.. x11, .. wayland] : wayland.Concat(x11), ("clip.exe", [])];
    }

    // Its output is not read: xclip stays running to serve the clipboard and keeps the pipe open.
    private static string? Run(string path, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true };
        try
        {
            using var process = Process.Start(start);
            if (process is null)
                return "did not start";
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeLimit))
            {
                process.Kill(entireProcessTree: true);
                return $"did not answer within {TimeLimit.TotalSeconds:0} s";
            }

            return process.ExitCode == 0 ? null : $"failed with exit code {process.ExitCode}";
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return $"failed: {e.Message}";
        }
    }
}
