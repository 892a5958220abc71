using System.ComponentModel;
using System.Diagnostics;

namespace CodeRelay.Eng;

/// <summary>A program's output and errors in order of arrival, and its exit code.</summary>
internal sealed record Outcome(int ExitCode, string Text);

/// <summary>Runs programs.</summary>
internal static class Shell
{
    /// <summary>Runs a program on this console.</summary>
    /// <returns>Its exit code.</returns>
    public static int Show(string directory, string program, params IEnumerable<string> arguments)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = directory });
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Runs a program and captures its output.</summary>
    public static Outcome Capture(string directory, string program, params IEnumerable<string> arguments) => Capture(directory, program, arguments, input: "");

    /// <summary>Runs a program with a text as its standard input and captures its output.</summary>
    public static Outcome Capture(string directory, string program, IEnumerable<string> arguments, string input)
    {
        var lines = new List<string>();
        var exitCode = Watch(directory, lines.Add, program, arguments, input);
        return new Outcome(exitCode, string.Join('\n', lines));
    }

    /// <summary>Runs a program and passes on each output line, one at a time.</summary>
    /// <returns>Its exit code.</returns>
    public static int Watch(string directory, Action<string> seeLine, string program, IEnumerable<string> arguments, string input = "")
    {
        using var process = Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        });
        var turn = new Lock();
        void See(string? line)
        {
            lock (turn)
            {
                if (line is not null)
                    seeLine(line);
            }
        }

        process.OutputDataReceived += (_, line) => See(line.Data);
        process.ErrorDataReceived += (_, line) => See(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading its input.
        }

        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Runs a program as a step: prints a line with title and time, and the output only on failure.</summary>
    /// <exception cref="FailedException">The program failed.</exception>
    public static void Step(string title, string program, params IEnumerable<string> arguments)
    {
        var outcome = TryStep(title, program, arguments);
        if (outcome.ExitCode != 0)
            throw new FailedException($"{title}: exit code {outcome.ExitCode}\n{outcome.Text}");
    }

    /// <summary>Like <see cref="Step"/>, for a step that may fail.</summary>
    public static Outcome TryStep(string title, string program, params IEnumerable<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        Console.Write($"{title} … ");
        var outcome = Capture(Checkout.Root, program, arguments);
        Console.WriteLine($"{(outcome.ExitCode == 0 ? "" : "failed, ")}{clock.Elapsed.TotalSeconds:0.0} s");
        return outcome;
    }

    /// <summary>True when a program is on PATH.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Any(directory => File.Exists(Path.Combine(directory, OperatingSystem.IsWindows() ? program + ".exe" : program)));

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new FailedException($"{start.FileName} did not start");
        }
        catch (Win32Exception e)
        {
            throw new FailedException($"{start.FileName} did not start: {e.Message}", e);
        }
    }
}
