using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CodeRelay.Agents.Handoffs;

/// <summary>
/// One reader's leases in one place. A lease is a rename, so exactly one reader gets it; an owner file beside the leases names the process,
/// so that a dead reader's leases are recovered and a live reader's remain.
/// </summary>
internal sealed class Leases(InboxPlace place) : IDisposable
{
    private const string OwnerPrefix = ".owner-";

    // In bytes, on every file system that matters.
    private const int LongestFileName = 255;

    private static readonly TimeSpan UnknownOwner = TimeSpan.FromDays(1);

    private string? _owner;

    /// <summary>Leases a handoff.</summary>
    /// <returns>The leased file's full path, or null when another reader was first, or the name is too long for the lease prefix.</returns>
    /// <exception cref="UnauthorizedAccessException">The place cannot be written.</exception>
    /// <exception cref="IOException">As for <see cref="UnauthorizedAccessException"/>.</exception>
    public string? TryTake(string name)
    {
        var mark = new LeaseName(Environment.ProcessId, name).ToString();
        // A name too long for a lease must not block the other handoffs.
        if (System.Text.Encoding.UTF8.GetByteCount(mark) > LongestFileName)
            return null;
        WriteOwner();
        var lease = Path.Combine(place.Unread, mark);
        return TryRename(Path.Combine(place.Unread, name), lease) ? lease : null;
    }

    /// <summary>Returns a leased handoff to unread.</summary>
    public void GiveBack(string lease)
    {
        if (LeaseName.TryParse(Path.GetFileName(lease), out var own))
            Publisher.Publish(lease, place.Unread, own.Name);
    }

    /// <summary>Returns the leases of dead readers to unread, and removes files that dead readers and writers left.</summary>
    public void Recover()
    {
        var hidden = Hidden().ToList();
        var owners = hidden.Where(file => file.Name.StartsWith(OwnerPrefix, StringComparison.Ordinal)).Select(file => (File: file, Owner: ReadOwner(file))).ToList();
        foreach (var file in hidden)
        {
            if (LeaseName.TryParse(file.Name, out var lease) && lease.ProcessId != 0 && !MayBeAlive(lease.ProcessId, owners.Select(owner => owner.Owner)))
                TakeOver(file.FullName, lease);
            else if (file.Name.StartsWith(Publisher.TemporaryPrefix, StringComparison.Ordinal) && IsLeftOver(file))
                Publisher.TryDelete(file.FullName);
        }

        foreach (var (file, _) in owners.Where(owner => owner.Owner is { MayBeAlive: false }))
            Publisher.TryDelete(file.FullName);
    }

    /// <summary>The leases of all readers, with their age.</summary>
    public static IEnumerable<(string File, string Name, TimeSpan Age)> Of(InboxPlace place) =>
        from file in new Leases(place).Hidden()
        where LeaseName.TryParse(file.Name, out _)
        let lease = Parse(file.Name)
        select (file.FullName, lease.Name, DateTime.UtcNow - file.LastWriteTimeUtc);

    public void Dispose()
    {
        if (_owner is not null)
            Publisher.TryDelete(_owner);
    }

    private static LeaseName Parse(string name) => LeaseName.TryParse(name, out var lease) ? lease : throw new InvalidOperationException(name);

    private IEnumerable<FileInfo> Hidden() =>
        new DirectoryInfo(place.Unread) is { Exists: true } directory ? directory.EnumerateFiles(".*").Where(file => file.LinkTarget is null) : [];

    // Two readers may recover the same lease; the rename decides.
    private void TakeOver(string file, LeaseName lease)
    {
        WriteOwner();
        var own = Path.Combine(place.Unread, (lease with { ProcessId = Environment.ProcessId }).ToString());
        if (file == own || TryRename(file, own))
            GiveBack(own);
    }

    /// <summary>Renames a file unless another process was first or the name is taken.</summary>
    internal static bool TryRename(string from, string to)
    {
        try
        {
            return ExclusiveMove.Try(from, to);
        }
        catch (IOException) when (!File.Exists(from))
        {
            return false;
        }
    }

    private void WriteOwner() =>
        _owner ??= Publisher.Write(place.Unread, $"{OwnerPrefix}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Random.Shared.Next():x8}", System.Text.Encoding.UTF8.GetBytes(ProcessOwner.Current.ToString()));

    private static ProcessOwner? ReadOwner(FileInfo file)
    {
        try
        {
            return file.Length is > 0 and < 4096 ? ProcessOwner.Parse(File.ReadAllText(file.FullName)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // agent-handoff records the process id only.
    private static bool MayBeAlive(int processId, IEnumerable<ProcessOwner?> owners)
    {
        var known = owners.OfType<ProcessOwner>().Where(owner => owner.ProcessId == processId).ToList();
        return known.Count > 0 ? known.Exists(owner => owner.MayBeAlive) : ProcessOwner.IsRunning(processId);
    }

    // .tmp-[pid]-[epoch]-[random]-[host.start]; agent-handoff ends with the handoff's name.
    internal static bool IsLeftOver(FileInfo file)
    {
        var parts = file.Name[Publisher.TemporaryPrefix.Length..].Split('-', 4);
        if (parts.Length < 4 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
            return false;
        if (parts[3].StartsWith(ProcessOwner.Current.HostMark, StringComparison.Ordinal))
            return !ProcessOwner.MayHaveMark($"{parts[0]}-{parts[3]}");
        return !ProcessOwner.IsRunning(processId) && DateTime.UtcNow - file.LastWriteTimeUtc > UnknownOwner;
    }
}

/// <summary>The file name of a leased handoff: `.claim-[pid]-[name]`, from agent-handoff's storage layout.</summary>
/// <param name="ProcessId">The reader's process id; 0 for a lease that only a human may release, as in agent-handoff.</param>
/// <param name="Name">The handoff's own file name.</param>
internal sealed record LeaseName(int ProcessId, string Name)
{
    public const string Prefix = ".claim-";

    public static bool TryParse(string fileName, [NotNullWhen(true)] out LeaseName? lease)
    {
        lease = null;
        if (!fileName.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var rest = fileName[Prefix.Length..];
        var dash = rest.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !int.TryParse(rest[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var processId) || !HandoffFileName.IsValid(rest[(dash + 1)..]))
            return false;
        lease = new LeaseName(processId, rest[(dash + 1)..]);
        return true;
    }

    public override string ToString() => $"{Prefix}{ProcessId.ToString(CultureInfo.InvariantCulture)}-{Name}";
}
