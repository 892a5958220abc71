using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CodeRelay.Agents.Runtimes;

/// <summary>Asks a program for its version.</summary>
internal static partial class ProgramVersion
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The first version number in the output of `--version`, or null.</summary>
    public static string? Ask(string program)
    {
        var start = new ProcessStartInfo(program, "--version")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            using var process = Process.Start(start);
            if (process is null)
                return null;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!output.Wait(TimeLimit))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            return Version().Match(output.Result) is { Success: true } version ? version.Value : null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or AggregateException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+(?:\.\d+)+(?:[-+][\w.]+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
