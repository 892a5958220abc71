using System.Globalization;
using System.Text;

namespace CodeRelay.Build;

/// <summary>
/// The findings of the last run with their input files: while none of these changes, the findings are repeated without
/// starting the command. It lies outside the working tree.
/// </summary>
internal sealed class Stamp
{
    private const string InputMark = "input ";
    private const string LineMark = "line ";

    private readonly string _path;
    private readonly string _header;

    private Stamp(string path, string header) => (_path, _header) = (path, header);

    /// <param name="state">The state directory.</param>
    /// <param name="root">The checked directory.</param>
    /// <param name="command">The command to start.</param>
    public static Stamp For(string state, string root, Command command) =>
        new(Path.Combine(state, "build", Name(root)), $"coderelay build stamp 1 {command.File} {Fingerprint(command.File)}");

    /// <returns>The command's output lines, or null when it has to run again.</returns>
    public IReadOnlyList<string>? Read()
    {
        if (!File.Exists(_path))
            return null;
        var stored = File.ReadAllLines(_path);
        if (stored.Length == 0 || stored[0] != _header)
            return null;
        var inputs = stored.Where(line => line.StartsWith(InputMark, StringComparison.Ordinal));
        return inputs.All(IsUnchanged)
            ? [.. stored.Where(line => line.StartsWith(LineMark, StringComparison.Ordinal)).Select(line => line.Substring(LineMark.Length))]
            : null;
    }

    /// <summary>Stores a run's result, unless an input was written so late that the run may have missed the change.</summary>
    /// <param name="inputs">Full paths of the files that the findings depend on, whether they exist or not.</param>
    /// <param name="lines">The command's output lines.</param>
    /// <param name="started">The start time of the command, UTC.</param>
    public void Write(IReadOnlyCollection<string> inputs, IEnumerable<string> lines, DateTime started)
    {
        if (inputs.Count == 0 || inputs.Any(input => File.GetLastWriteTimeUtc(input) >= started))
        {
            File.Delete(_path);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var temporary = $"{_path}.{Guid.NewGuid():N}";
        File.WriteAllLines(temporary, [_header, .. inputs.Select(input => $"{InputMark}{Fingerprint(input)} {input}"), .. lines.Select(line => LineMark + line)]);
        try
        {
            Replace(temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void Replace(string temporary)
    {
        if (File.Exists(_path))
            File.Replace(temporary, _path, destinationBackupFileName: null);
        else
            File.Move(temporary, _path);
    }

    private static bool IsUnchanged(string stored)
    {
        var entry = stored.Substring(InputMark.Length);
        var space = entry.IndexOf(' ');
        return space > 0 && entry.Substring(0, space) == Fingerprint(entry.Substring(space + 1));
    }

    private static string Fingerprint(string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
            return string.Format(CultureInfo.InvariantCulture, "{0}:{1}", file.LastWriteTimeUtc.Ticks, file.Length);
        return Directory.Exists(path) ? string.Format(CultureInfo.InvariantCulture, "{0}:directory", Directory.GetLastWriteTimeUtc(path).Ticks) : "absent";
    }

    // FNV-1a: the platform's cryptographic hashes take longer to load than everything else.
    private static string Name(string root) =>
        Encoding.UTF8.GetBytes(root).Aggregate(14695981039346656037UL, (hash, part) => unchecked((hash ^ part) * 1099511628211UL)).ToString("x16", CultureInfo.InvariantCulture);
}
