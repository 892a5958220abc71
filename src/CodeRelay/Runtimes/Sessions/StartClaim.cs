using System.Globalization;

namespace CodeRelay.Runtimes.Sessions;

/// <summary>
/// Lets one start of a session be answered once, however many settings files made the runtime call for it. What comes later, or
/// for another reason, is another start.
/// </summary>
internal static class StartClaim
{
    // Calls for one start come together; nobody clears or resumes a session twice in that time.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    // EAGAIN on Linux, EAGAIN on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] HeldBySomebody = [11, 35, unchecked((int)0x80070020)];

    /// <param name="file">Full path of the file that remembers the session's last start.</param>
    /// <param name="source">Why the session starts.</param>
    /// <returns>True for exactly one of the calls for a start; true as well when nothing can be remembered.</returns>
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
        catch (IOException e) when (HeldBySomebody.Contains(e.HResult))
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
