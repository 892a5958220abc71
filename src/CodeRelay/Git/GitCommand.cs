using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using CodeRelay.Files;

namespace CodeRelay.Git;

/// <summary>
/// Runs git, one process per question. The repository is not trusted: nothing that its configuration names is executed
/// (file system monitor, external diff, text conversion, pager, hooks, signature checks, filters) and nothing is fetched.
/// </summary>
internal sealed class GitCommand
{
    private static readonly Lazy<string?> Executable = new(() => ExecutableFinder.Find("git"));

    // A git hook inherits these. The repository is found by its directory, so they would point to the wrong one.
    private static readonly string[] InheritedVariables =
    [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
        "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT",
    ];

    // Most answers arrive sooner, and a second reader per process costs a thread.
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromMilliseconds(200);

    private const string LiteralPathspecs = "--literal-pathspecs";

    private static readonly string[] SafeOptions =
    [
        "--no-pager", "--no-optional-locks", LiteralPathspecs,
        "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
        // The first two are files or pipes that the configuration makes git read; the third sets the encoding of its output.
        "-c", "log.mailmap=false", "-c", "diff.orderFile=/dev/null", "-c", "i18n.logOutputEncoding=UTF-8",
        "-c", "protocol.allow=never", "-c", "submodule.recurse=false", "-c", "diff.ignoreSubmodules=dirty",
    ];

    private readonly string _directory;
    private readonly Lazy<IReadOnlyList<string>> _filterOverrides;

    /// <param name="directory">The working directory of git; a full path.</param>
    /// <param name="commonDirectory">The repository's common git directory, whose configuration may define filters to disable; null when unknown.</param>
    public GitCommand(string directory, string? commonDirectory = null)
    {
        _directory = directory;
        _filterOverrides = new(() => commonDirectory is null ? [] : FindFilterOverrides(commonDirectory));
    }

    public static bool IsInstalled => Executable.Value is not null;

    /// <summary>The time limit of one git process, which is killed after it.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time limit of all git processes together, for callers that block a user; null for none. Time between processes does not count.</summary>
    public TimeSpan? TotalLimit { get; init; }

    internal GitTime Time { get; init; } = new(TimeProvider.System);

    /// <summary>The maximum output in bytes; enough for the paths of a million files.</summary>
    public long OutputLimit { get; init; } = 256L * 1024 * 1024;

    /// <summary>Additional environment variables for git; null removes one.</summary>
    internal IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Runs git and waits for it.</summary>
    /// <exception cref="GitException">Git is missing or over its time limit.</exception>
    public GitResult Run(params IEnumerable<string> arguments) => Start([.. SafeOptions, .. _filterOverrides.Value, .. arguments]);

    /// <summary>Runs git with text on standard input. Literal pathspecs are off, since `check-ignore` rejects them; pass no pathspecs.</summary>
    /// <param name="input">Written as UTF-8.</param>
    /// <param name="arguments">The sub-command and its options.</param>
    /// <exception cref="GitException">Git is missing or over its time limit.</exception>
    public GitResult RunWithInput(string input, params IEnumerable<string> arguments) => RunWithInput(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>The same, with raw bytes.</summary>
    /// <exception cref="GitException">Git is missing or over its time limit.</exception>
    internal GitResult RunWithInput(ReadOnlyMemory<byte> input, params IEnumerable<string> arguments) =>
        Start([.. SafeOptions.Where(option => option != LiteralPathspecs), .. _filterOverrides.Value, .. arguments], input);

    /// <summary>Runs git until one of its output records is the wanted one, then kills it.</summary>
    /// <param name="separator">The first character of each record.</param>
    /// <param name="isWanted">Called for each record in order.</param>
    /// <param name="arguments">The sub-command and its options.</param>
    /// <param name="isEager">True when one of the first records is likely to match: git flushes each record and does little unneeded work.</param>
    /// <returns>The record without its separator, or null when there is none or git failed.</returns>
    /// <exception cref="GitException">Git is missing or over its time limit.</exception>
    public string? FindRecord(char separator, Predicate<string> isWanted, IEnumerable<string> arguments, bool isEager = false)
    {
        string? found = null;
        StartProcess([.. SafeOptions, .. _filterOverrides.Value, .. arguments], (process, limit) => Collect(process, limit, input: default, output =>
        {
            found = RecordReader.Find(output, separator, isWanted);
            if (found is not null)
                Kill(process, entireProcessTree: false);
        }), isEager);
        return found;
    }

    private GitResult Start(IEnumerable<string> arguments, ReadOnlyMemory<byte> input = default)
    {
        var output = ReadOnlyMemory<byte>.Empty;
        var (exitCode, error) = StartProcess(arguments, (process, limit) => Collect(process, limit, input, stream =>
        {
            output = AnswerReader.ReadToEnd(stream, OutputLimit);
            if (output.Length > OutputLimit)
                Kill(process, entireProcessTree: true);
        }));
        if (output.Length > OutputLimit)
            throw new GitException($"the answer of git {SubCommand([.. arguments])} is longer than {OutputLimit / (1024 * 1024):N0} MB");
        return new GitResult(exitCode, output, error);
    }

    // The first argument after the global options.
    private static string SubCommand(IReadOnlyList<string> arguments)
    {
        var at = 0;
        while (at < arguments.Count && arguments[at].StartsWith('-'))
            at += arguments[at] == "-c" ? 2 : 1;
        return at < arguments.Count ? arguments[at] : "";
    }

    private TimeSpan TimeLeft()
    {
        if (TotalLimit is not { } total)
            return TimeLimit;
        var left = total - Time.Elapsed;
        return left <= TimeSpan.Zero ? throw new GitException($"git took longer than {total.TotalSeconds:0} s altogether") : left < TimeLimit ? left : TimeLimit;
    }

    private (int ExitCode, string Error) StartProcess(IEnumerable<string> arguments, Func<Process, TimeSpan, (int ExitCode, string Error)> collect, bool isEager = false)
    {
        var limit = TimeLeft();
        var start = new ProcessStartInfo(Executable.Value ?? throw new GitException("git is not on PATH"))
        {
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in InheritedVariables)
            start.Environment.Remove(name);
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["LC_ALL"] = "C";
        // Without this `git log` flushes every commit, which wakes its reader a thousand times.
        start.Environment["GIT_FLUSH"] = isEager ? "1" : "0";
        foreach (var (name, value) in Environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        Time.Begin();
        try
        {
            using var process = Process.Start(start) ?? throw new GitException("git did not start");
            return collect(process, limit);
        }
        catch (Win32Exception e)
        {
            throw new GitException($"git did not start: {e.Message}", e);
        }
        finally
        {
            Time.End();
        }
    }

    private static (int ExitCode, string Error) Collect(Process process, TimeSpan limit, ReadOnlyMemory<byte> input, Action<Stream> read)
    {
        if (input.IsEmpty)
            process.StandardInput.Close();
        // In parallel with the output: git answers while it reads, and both pipes have a limited buffer.
        var write = input.IsEmpty ? Task.CompletedTask : Task.Run(() => Write(process, input));
        var error = new Lazy<string>(() => ReadErrors(process));
        // A process that fills the pipe of its errors blocks until it is read.
        using var slow = new Timer(_ => _ = error.Value, null, SlowAnswer, Timeout.InfiniteTimeSpan);
        using var expired = new CancellationTokenSource(limit);
        using var kill = expired.Token.Register(() => Kill(process, entireProcessTree: true));
        using (var output = AnswerReader.Open(process.StandardOutput))
            read(output);
        var errors = error.Value;
        process.WaitForExit();
        write.GetAwaiter().GetResult();
        if (expired.IsCancellationRequested)
            throw new GitException($"git {SubCommand(process.StartInfo.ArgumentList)} took longer than {limit.TotalSeconds:0} s");
        return (process.ExitCode, errors);
    }

    private static string ReadErrors(Process process)
    {
        try
        {
            using var errors = new StreamReader(AnswerReader.Open(process.StandardError), Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 256);
            return errors.ReadToEnd();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // The process was disposed in the meantime.
            return "";
        }
    }

    private static void Write(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process exited without reading its input.
        }
    }

    // Killing a tree reads every process of the machine; a history walk has no children.
    private static void Kill(Process process, bool entireProcessTree)
    {
        try
        {
            process.Kill(entireProcessTree);
        }
        catch (InvalidOperationException)
        {
            // The process has already exited.
        }
    }

    // `git status` may run the clean filter of a changed file. A filter from the user's own configuration is trusted, one from the repository is not.
    private IReadOnlyList<string> FindFilterOverrides(string commonDirectory)
    {
        var mayDefineFilters = new[] { "config", "config.worktree" }
            .Select(name => Path.Combine(commonDirectory, name))
            .Where(RegularFile.HasContent)
            .Select(File.ReadAllText)
            .Any(text => text.Contains("filter", StringComparison.OrdinalIgnoreCase) || text.Contains("include", StringComparison.OrdinalIgnoreCase));
        if (!mayDefineFilters)
            return [];

        var names = Start([.. SafeOptions, "config", "--local", "--includes", "--name-only", "-z", "--get-regexp", @"^filter\..*\.(clean|smudge|process|required)$"]);
        return [.. names.Fields.SelectMany(name => new[] { "-c", name.EndsWith(".required", StringComparison.Ordinal) ? $"{name}=false" : $"{name}=" })];
    }
}
