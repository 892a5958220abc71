using System.Text;
using CodeRelay.Git;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// An empty bare repository of our own, for as long as one <see cref="RemoteInbox"/> lives. Objects and refs land here and not in the user's
/// repository, whose size, refs, partial clone and hooks then cost nothing and see nothing; and no setting counts that we do not let in.
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

    /// <summary>Full path of its git directory.</summary>
    public string Path { get; }

    /// <summary>The name of the remote in it.</summary>
    public string Remote { get; }

    /// <param name="repository">The user's repository.</param>
    /// <param name="address">The remote.</param>
    /// <exception cref="IOException">There is no place to write.</exception>
    public static ScratchRepository Create(Repository repository, RemoteAddress address)
    {
        var path = MakeDirectory(repository.CommonDirectory);
        // A name that no configuration knows: whatever else is set for the user's remote (mirror, refspecs, promisor) stays out.
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
            // A later one sweeps it.
        }
    }

    // In the git directory, which is on the user's disk and nobody's work; elsewhere when that cannot be written.
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

    // What a killed process left.
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
                // Another one is at it.
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
