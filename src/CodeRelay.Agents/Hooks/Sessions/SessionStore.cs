using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Agents.Hooks.Sessions;

/// <summary>
/// The stored facts of one agent session in one worktree: the state at its start, and whether it was blocked.
/// Separate small files, so that writing one never loses another.
/// </summary>
internal sealed class SessionStore
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private readonly string _directory;
    private readonly string _state;
    private readonly string _stamp;
    private readonly string _blocked;
    private readonly string? _started;

    /// <param name="repository">The worktree.</param>
    /// <param name="sessionId">The runtime's session id; calls without one share a session.</param>
    /// <param name="environment">The user's machine.</param>
    public SessionStore(Repository repository, string sessionId, UserEnvironment environment)
    {
        StateDirectoryPath = StateDirectory.Of(repository, environment);
        _directory = Path.Combine(StateDirectoryPath, "sessions");
        // Ids come from outside and may contain anything; worktrees of one repository share the directory.
        var key = $"{StableHash.Of(sessionId)}{StableHash.Of(repository.Root)}";
        _state = Path.Combine(_directory, key + ".json");
        _stamp = Path.Combine(_directory, key + ".stamp");
        _blocked = Path.Combine(_directory, key + ".blocked");
        // Calls without an id share a session, and one may be another session's start.
        _started = sessionId.Length == 0 ? null : Path.Combine(_directory, key + ".started");
    }

    /// <summary>Full path of CodeRelay's state directory.</summary>
    public string StateDirectoryPath { get; }

    public bool WasBlocked => File.Exists(_blocked);

    /// <summary>Reserves the session's only block.</summary>
    /// <returns>True for exactly one caller.</returns>
    /// <exception cref="IOException">The state directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public bool TryBlock()
    {
        Directory.CreateDirectory(_directory);
        try
        {
            using var marker = new FileStream(_blocked, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            return true;
        }
        catch (IOException) when (WasBlocked)
        {
            return false;
        }
    }

    /// <summary>Reserves the answer to one start of the session.</summary>
    /// <param name="source">The reason of the start.</param>
    /// <returns>True for exactly one of the calls for that start.</returns>
    public bool TryAnswerStart(string source) => _started is null || StartLock.TryTake(_started, source);

    /// <summary>Allows the session to be blocked again.</summary>
    public void ForgetBlock() => File.Delete(_blocked);

    /// <summary>The state at the start of the session, or null when none was recorded.</summary>
    /// <exception cref="JsonException">The record is damaged.</exception>
    public WorkState? Load()
    {
        if (RegularFile.ReadBytes(_state) is not { } record)
            return null;
        using var document = JsonDocument.Parse(record);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("head", out var head) && root.TryGetProperty("work", out var work) && root.TryGetProperty("handoffs", out var handoffs) && root.TryGetProperty("at", out var at)
            ? new WorkState(head.GetString(), work.GetString() ?? "", handoffs.EnumerateObject().ToDictionary(handoff => handoff.Name, handoff => handoff.Value.GetString() ?? "", StringComparer.Ordinal)) { ReadAt = at.GetDateTime() }
            : throw new JsonException($"{_state} is not a session record");
    }

    /// <summary>The stamp that proves that the tree is still in the recorded state, or null.</summary>
    public byte[]? LoadStamp() => RegularFile.ReadBytes(_stamp);

    /// <summary>Stores a stamp for the recorded state; null removes it.</summary>
    public void SaveStamp(byte[]? stamp)
    {
        if (stamp is null)
            File.Delete(_stamp);
        else
            AtomicFile.Write(_stamp, stamp);
    }

    /// <summary>Records a state and removes the stamp of the previous one.</summary>
    public void Save(WorkState state)
    {
        Directory.CreateDirectory(_directory);
        SaveStamp(null);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("at", state.ReadAt);
            json.WriteString("head", state.Head);
            json.WriteString("work", state.Work);
            json.WriteStartObject("handoffs");
            foreach (var (path, hash) in state.Handoffs)
                json.WriteString(path, hash);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        AtomicFile.Write(_state, buffer.WrittenSpan);
    }

    /// <summary>Removes the files of old sessions.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(_directory))
            return;
        var oldest = DateTime.UtcNow - KeptFor;
        foreach (var file in new DirectoryInfo(_directory).EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest))
            file.Delete();
    }
}

/// <summary>
/// Ensures that one session start is answered once, however many settings files made the runtime call. A call that is later, or has
/// another reason, is another start.
/// </summary>
internal static class StartLock
{
    // Calls for one start arrive together; a user does not clear or resume a session twice in that time.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    // EAGAIN on Linux, EAGAIN on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    /// <param name="file">Full path of the file that records the session's last start.</param>
    /// <param name="source">The reason of the start.</param>
    /// <returns>True for exactly one of the calls for a start; also true when nothing can be recorded.</returns>
    public static bool TryTake(string file, string source)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 256);
            using var reader = new StreamReader(stream, leaveOpen: true);
            var last = reader.ReadToEnd().Split('\n');
            var now = DateTime.UtcNow;
            if (last is [var time, var reason] && reason == OneLine.Clip(source, 40) && long.TryParse(time, CultureInfo.InvariantCulture, out var ticks) && now.Ticks - ticks < Window.Ticks && now.Ticks >= ticks)
                return false;
            stream.SetLength(0);
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{now.Ticks}\n{OneLine.Clip(source, 40)}"));
            return true;
        }
        catch (IOException e) when (HeldByAnother.Contains(e.HResult))
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
