using System.Text;
using CodeRelay.Workspace;

namespace CodeRelay.Runtimes.Settings;

/// <summary>What an installation did.</summary>
/// <param name="Changes">One line for each file that was looked at.</param>
/// <param name="Open">What the user still has to do, one sentence each.</param>
public sealed record HookInstallation(IReadOnlyList<FileChange> Changes, IReadOnlyList<string> Open);

/// <summary>
/// Puts the hooks of runtimes into their settings and takes them out again. Every file is read and thought through before the
/// first one is written, so a file that does not parse leaves everything as it was.
/// </summary>
public sealed class HookInstaller
{
    private readonly Repository _repository;
    private readonly SettingsLevel _level;
    private readonly UserEnvironment _environment;
    private readonly InstallReceipts _receipts;
    private readonly FilePlan _plan = new();

    private HookInstaller(Repository repository, SettingsLevel level, UserEnvironment environment)
    {
        _repository = repository;
        _level = level;
        _environment = environment;
        _receipts = InstallReceipts.Load(StateDirectory.Of(level == SettingsLevel.Project ? repository : null, environment));
    }

    /// <summary>Installs; doing it again changes nothing.</summary>
    /// <param name="repository">Where.</param>
    /// <param name="runtimes">For whom.</param>
    /// <param name="level">Into whose settings.</param>
    /// <param name="dryRun">Only tells what would happen.</param>
    /// <param name="environment">The user's machine; this process's when null.</param>
    /// <exception cref="SettingsException">A settings file does not parse or has no place for hooks; nothing was changed.</exception>
    /// <exception cref="IOException">A file could not be written; what was written before it was taken back.</exception>
    public static HookInstallation Install(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsLevel level, bool dryRun = false, UserEnvironment? environment = null)
    {
        var installer = new HookInstaller(repository, level, environment ?? UserEnvironment.Current);
        foreach (var settings in installer.SettingsOf(runtimes))
            installer.PlanInstall(settings);
        if (!dryRun)
            installer.ApplyInstall();
        return new HookInstallation(installer._plan.Changes(repository), HookStatus.OpenSteps(runtimes, repository, level, installer._environment));
    }

    /// <summary>Takes everything of ours out; files that hold nothing else go, with the directories that came with them.</summary>
    /// <inheritdoc cref="Install" path="/param"/>
    /// <inheritdoc cref="Install" path="/exception"/>
    public static HookInstallation Uninstall(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsLevel level, bool dryRun = false, UserEnvironment? environment = null)
    {
        var installer = new HookInstaller(repository, level, environment ?? UserEnvironment.Current);
        foreach (var settings in installer.SettingsOf(runtimes))
            installer.PlanUninstall(settings);
        if (!dryRun)
            installer.ApplyUninstall();
        return new HookInstallation(installer._plan.Changes(repository), []);
    }

    private IEnumerable<HookSettings> SettingsOf(IReadOnlyList<AgentRuntime> runtimes) =>
        runtimes.Select(runtime => runtime.Settings(_level, _repository.Root, _environment)).OfType<HookSettings>();

    private void PlanInstall(HookSettings settings)
    {
        var template = new HookTemplate(settings.Template);
        var current = _plan.Read(settings.Path);
        _plan.Set(settings.Path, IsBlank(current) ? template.Text : HookMerge.Install(JsoncDocument.Parse(settings.Path, current!), template).Text);

        foreach (var companion in settings.Companions)
        {
            var present = _plan.Read(companion.Path);
            _plan.Set(companion.Path, present is null || IsOurs(present) ? Encoding.UTF8.GetBytes(companion.Content) : present, companion.IsExecutable);
        }

        foreach (var repair in settings.Repairs)
        {
            if (_plan.Read(repair.Path) is { } text)
                _plan.Set(repair.Path, Encoding.UTF8.GetBytes(repair.Apply(Encoding.UTF8.GetString(text))));
        }
    }

    private void ApplyInstall()
    {
        var written = _plan.Written.ToList();
        foreach (var (path, before, after) in written)
        {
            var original = _receipts.Find(path, before) is { IsUntouched: true } receipt ? receipt.Before : WithoutOurs(path, before);
            _receipts.AddMissingDirectories(path);
            _receipts.Add(path, original, after);
        }

        try
        {
            _plan.Apply();
        }
        catch
        {
            _receipts.RemoveEmptyDirectories();
            throw;
        }

        if (written.Count > 0)
            SaveReceipts();
    }

    // What was there of ours from an older version is nothing to come back to.
    private static byte[]? WithoutOurs(string path, byte[]? content)
    {
        if (IsBlank(content) || !path.EndsWith(".json", StringComparison.Ordinal))
            return content is not null && IsOurs(content) ? null : content;
        return HookMerge.Uninstall(JsoncDocument.Parse(path, content!), before: null).Text;
    }

    private void PlanUninstall(HookSettings settings)
    {
        if (_plan.Read(settings.Path) is { } current)
            _plan.Set(settings.Path, Before(settings.Path, current, () => Strip(settings, current)));
        foreach (var companion in settings.Companions)
        {
            if (_plan.Read(companion.Path) is { } present)
                _plan.Set(companion.Path, Before(companion.Path, present, () => IsOurs(present) ? null : present));
        }

        foreach (var repair in settings.Repairs)
        {
            if (_plan.Read(repair.Path) is { } text)
                _plan.Set(repair.Path, Before(repair.Path, text, () => text));
        }
    }

    private byte[]? Before(string path, byte[] current, Func<byte[]?> otherwise) =>
        _receipts.Find(path, current) is { IsUntouched: true } receipt ? receipt.Before : otherwise();

    private byte[]? Strip(HookSettings settings, byte[] current)
    {
        if (IsBlank(current))
            return current;
        var document = JsoncDocument.Parse(settings.Path, current);
        if (current.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(settings.Template)))
            return null;
        var receipt = _receipts.Find(settings.Path, current);
        var before = receipt?.Before is { } original && !IsBlank(original) ? JsoncDocument.Parse(settings.Path, original) : null;
        var stripped = HookMerge.Uninstall(document, before);
        return receipt is { Before: null } && stripped.Root.Children.Count == 0 ? null : stripped.Text;
    }

    private void ApplyUninstall()
    {
        if (_receipts.IsEmpty)
        {
            foreach (var path in _plan.Removed)
                _receipts.AddUsualDirectories(path);
        }

        _plan.Apply();
        _receipts.Forget(_plan.Paths);
        SaveReceipts();
    }

    private void SaveReceipts()
    {
        try
        {
            _receipts.RemoveEmptyDirectories();
            _receipts.Save();
            _receipts.RemoveEmptyDirectories();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They are a help only; the hooks are in place without them.
        }
    }

    private static bool IsBlank(byte[]? text) => text is null || text.AsSpan().Trim(" \t\r\n"u8).IsEmpty;

    private static bool IsOurs(byte[] content) => content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(CompanionFile.Mark)) >= 0;
}
