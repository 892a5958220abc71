using System.Text;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// An empty bare repository for the lifetime of one <see cref="RemoteInbox"/>. Objects and refs go here and not into the user's repository,
/// so its size, refs, partial clone and hooks are not involved; and only copied settings count.
/// </summary>
internal sealed class ScratchRepository : IDisposable
{
    private const string Prefix = "relay-";

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private ScratchRepository(string path, string remote)
    {
        Path = path;
        Remote = remote;
    }

    /// <summary>Full path of the git directory.</summary>
    public string Path { get; }

    /// <summary>The remote's name in it.</summary>
    public string Remote { get; }

    /// <param name="repository">The user's repository.</param>
    /// <param name="address">The remote.</param>
    /// <exception cref="IOException">No directory is writable.</exception>
    public static ScratchRepository Create(Repository repository, RemoteAddress address)
    {
        var path = MakeDirectory(repository.CommonDirectory);
        // A name that no configuration knows, so that other settings of the user's remote (mirror, refspecs, promisor) have no effect.
        var scratch = new ScratchRepository(path, $"coderelay-{System.IO.Path.GetFileName(path)}");
        Directory.CreateDirectory(System.IO.Path.Combine(path, "objects"));
        Directory.CreateDirectory(System.IO.Path.Combine(path, "refs"));
        File.WriteAllText(System.IO.Path.Combine(path, "HEAD"), "ref: refs/heads/none\n");
        File.WriteAllText(System.IO.Path.Combine(path, "config"), scratch.Configuration(address));
        return scratch;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A later process sweeps it.
        }
    }

    // In the git directory, which is on the user's disk and outside the working tree; elsewhere when that is not writable.
    private static string MakeDirectory(string? commonDirectory)
    {
        if (commonDirectory is null)
            return Directory.CreateTempSubdirectory("coderelay-").FullName;
        try
        {
            var parent = System.IO.Path.Combine(commonDirectory, "coderelay");
            Directory.CreateDirectory(parent);
            Sweep(parent);
            var path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Directory.CreateTempSubdirectory("coderelay-").FullName;
        }
    }

    // Removes what killed processes left.
    private static void Sweep(string parent)
    {
        foreach (var directory in new DirectoryInfo(parent).EnumerateDirectories(Prefix + "*").Where(directory => directory.LastWriteTimeUtc < DateTime.UtcNow - Abandoned))
        {
            try
            {
                directory.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another process is sweeping it.
            }
        }
    }

    private string Configuration(RemoteAddress address)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in address.Copied)
            Append(text, key, value);
        text.Append("[core]\n\trepositoryformatversion = ").Append(address.UsesSha256 ? '1' : '0').Append("\n\tbare = true\n");
        if (address.UsesSha256)
            text.Append("[extensions]\n\tobjectformat = sha256\n");
        text.Append("[remote ").Append(Quote(Remote)).Append("]\n");
        foreach (var (key, value) in address.Settings)
            text.Append('\t').Append(key).Append(" = ").Append(Quote(value)).Append('\n');
        return text.ToString();
    }

    // "<section>[.<any text>].<key>"
    private static void Append(StringBuilder text, string key, string? value)
    {
        var first = key.IndexOf('.', StringComparison.Ordinal);
        var last = key.LastIndexOf('.');
        text.Append('[').Append(key.AsSpan(0, first));
        if (last > first)
            text.Append(' ').Append(Quote(key[(first + 1)..last]));
        text.Append("]\n\t").Append(key.AsSpan(last + 1));
        if (value is not null)
            text.Append(" = ").Append(Quote(value));
        text.Append('\n');
    }

    private static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
