using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using CodeRelay.Agents.Setup.Skills;
using CodeRelay.Files;

namespace CodeRelay.Agents.Setup;

/// <summary>
/// Records how files looked before an installation, so that uninstalling restores the same bytes. Receipts are optional:
/// without them (another clone, another machine) CodeRelay's parts are found by their content.
/// </summary>
internal sealed class InstallReceipts
{
    private readonly string _path;
    private readonly SortedDictionary<string, Receipt> _files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _directories = new(StringComparer.Ordinal);
    private readonly string[] _kept;

    private InstallReceipts(string path, string[] kept) => (_path, _kept) = (path, kept);

    public bool IsEmpty => _files.Count == 0;

    /// <summary>Loads the receipts; an unreadable file counts as none.</summary>
    /// <param name="stateDirectory">Full path of their directory.</param>
    /// <param name="kept">Full paths of directories that are never removed.</param>
    public static InstallReceipts Load(string stateDirectory, params string[] kept)
    {
        var receipts = new InstallReceipts(Path.Combine(stateDirectory, "hooks.json"), kept);
        try
        {
            if (File.Exists(receipts._path))
                receipts.Read(File.ReadAllBytes(receipts._path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            receipts._files.Clear();
            receipts._directories.Clear();
        }

        return receipts;
    }

    /// <summary>The record of a file: its original content, and whether it is unchanged since the installation.</summary>
    public (byte[]? Before, bool IsUntouched)? Find(string path, byte[]? current) =>
        _files.TryGetValue(path, out var receipt) ? (receipt.Before, current is not null && Hash(current) == receipt.AfterHash) : null;

    public void Add(string path, byte[]? before, byte[] after) => _files[path] = new Receipt(before, Hash(after));

    public void Forget(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            _files.Remove(path);
    }

    /// <summary>Records the missing directories of a file.</summary>
    public void AddMissingDirectories(string path)
    {
        for (var directory = Path.GetDirectoryName(path); directory is not null && !Directory.Exists(directory); directory = Path.GetDirectoryName(directory))
            _directories.Add(directory);
    }

    /// <summary>Records the usual directories of a file when nothing else is known: the settings directory and the one below it.</summary>
    public void AddUsualDirectories(string path)
    {
        var directory = Path.GetDirectoryName(path)!;
        _directories.Add(directory);
        if (Path.GetFileName(directory) is "hooks" or "commands")
            _directories.Add(Path.GetDirectoryName(directory)!);
        // Each skill has a directory, within one for all skills, within the runtime's.
        for (var depth = 0; depth < 2 && Path.GetFileName(path) == Skill.FileName; depth++)
            _directories.Add(directory = Path.GetDirectoryName(directory)!);
    }

    /// <summary>Writes the receipts, or deletes their file when none is left.</summary>
    public void Save()
    {
        if (IsEmpty)
        {
            if (File.Exists(_path))
                File.Delete(_path);
            _directories.Add(Path.GetDirectoryName(_path)!);
            return;
        }

        AddMissingDirectories(_path);
        MakePrivate();
        AtomicFile.Write(_path, Write());
    }

    // Private settings files can contain tokens, and the receipts store their original content.
    private void MakePrivate()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using var file = new FileStream(_path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Removes the empty ones of the directories that an installation created.</summary>
    public void RemoveEmptyDirectories()
    {
        foreach (var directory in _directories.Reverse())
        {
            if (!_kept.Contains(directory, StringComparer.Ordinal) && Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
                Directory.Delete(directory);
        }

        _directories.RemoveWhere(directory => !Directory.Exists(directory) || _kept.Contains(directory, StringComparer.Ordinal));
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private void Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var file in document.RootElement.GetProperty("files").EnumerateArray())
        {
            var before = file.GetProperty("before");
            _files[file.GetProperty("path").GetString()!] =
                new Receipt(before.ValueKind == JsonValueKind.Null ? null : before.GetBytesFromBase64(), file.GetProperty("after").GetString()!);
        }

        foreach (var directory in document.RootElement.GetProperty("directories").EnumerateArray())
            _directories.Add(directory.GetString()!);
    }

    private ReadOnlySpan<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (var (path, receipt) in _files)
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                if (receipt.Before is null)
                    json.WriteNull("before");
                else
                    json.WriteBase64String("before", receipt.Before);
                json.WriteString("after", receipt.AfterHash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("directories");
            foreach (var directory in _directories)
                json.WriteStringValue(directory);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private sealed record Receipt(byte[]? Before, string AfterHash);
}
