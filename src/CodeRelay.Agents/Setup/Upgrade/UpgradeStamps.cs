using System.Globalization;
using System.Text;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup.Upgrade;

/// <summary>Two small files in the user's state: the time of the last check, and the skipped version.</summary>
internal sealed class UpgradeStamps(UserEnvironment environment)
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    private readonly string _directory = StateDirectory.Of(null, environment);

    private string Asked => Path.Combine(_directory, "upgrade-asked");

    private string Skipped => Path.Combine(_directory, "upgrade-skipped");

    /// <summary>True for one caller a day, whatever the result; false also when nothing can be stored, or each call would check.</summary>
    public bool TryTakeTurn(DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(_directory);
            using var file = new FileStream(Asked, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(file, leaveOpen: true);
            if (DateTimeOffset.TryParse(reader.ReadToEnd(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var last) && now - last < Pause && last <= now)
                return false;
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(now.ToString("O", CultureInfo.InvariantCulture)));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The skipped version, or null.</summary>
    public string? ReadSkipped()
    {
        try
        {
            return RegularFile.ReadBytes(Skipped) is { } bytes ? Encoding.UTF8.GetString(bytes).Trim() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Stores the skipped version.</summary>
    /// <exception cref="IOException">The version cannot be stored.</exception>
    public void Skip(string version) => AtomicFile.Write(Skipped, Encoding.UTF8.GetBytes(version + "\n"));
}
