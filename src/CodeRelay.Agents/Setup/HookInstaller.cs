using System.Text;
using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Agents.Setup.Skills;
using CodeRelay.Files;
using CodeRelay.Git;

namespace CodeRelay.Agents.Setup;

/// <summary>The result of an installation.</summary>
/// <param name="Changes">One entry for each examined file.</param>
/// <param name="Open">The user's remaining steps, one sentence each.</param>
internal sealed record HookInstallation(IReadOnlyList<FileChange> Changes, IReadOnlyList<string> Open);

/// <summary>
/// Adds the hooks of runtimes to their settings and removes them. All changes are planned before the first file is written, so
/// an invalid file leaves everything unchanged.
/// </summary>
internal sealed class HookInstaller
{
    private readonly Repository _repository;
    private readonly UserEnvironment _environment;
    private readonly InstallReceipts _receipts;
    private readonly FilePlan _plan = new();
    private readonly List<HookSettings> _settings;
    private readonly List<HookSettings> _servers;
    private readonly BlockPlan _blocks;
    private readonly List<CompanionFile> _skills;

    private HookInstaller(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsLevel level, UserEnvironment environment, IReadOnlySet<string>? willExist = null)
    {
        _repository = repository;
        var scope = new SettingsScope(level, repository.Root, environment);
        // Two runtimes may share one file.
        _settings = [.. runtimes.Select(runtime => runtime.Hooks?.Settings(scope)).OfType<HookSettings>().DistinctBy(settings => settings.Path)];
        _servers = [.. OwnServer.Of(runtimes, scope)];
        _environment = environment;
        _blocks = new BlockPlan(repository, runtimes, scope) { WillExist = willExist };
        _skills = [.. SkillPlan.Files(runtimes, scope)];
        _receipts = InstallReceipts.Load(StateDirectory.Of(scope.IsProject ? repository : null, environment), repository.Root, environment.Home);
    }

    /// <summary>Installs; repeating it changes nothing.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="runtimes">The runtimes.</param>
    /// <param name="level">The level of the settings.</param>
    /// <param name="dryRun">True to report only.</param>
    /// <param name="environment">The user's machine; this process's when null.</param>
    /// <param name="extras">Further parts to write; instruction files that nothing can replace get the block in any case.</param>
    /// <exception cref="SettingsException">A settings file is invalid or has no place for hooks; nothing was changed.</exception>
    /// <exception cref="IOException">A file could not be written; earlier changes were undone.</exception>
    public static HookInstallation Install(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsLevel level, bool dryRun = false, UserEnvironment? environment = null, InstallExtras extras = InstallExtras.None)
    {
        var installer = new HookInstaller(repository, runtimes, level, environment ?? UserEnvironment.Current);
        installer.PlanInstall(extras);
        if (!dryRun)
            installer.ApplyInstall();
        return new HookInstallation(installer._plan.Changes(repository), HookStatus.OpenSteps(runtimes, repository, level, installer._environment, extras.HasFlag(InstallExtras.Mcp)));
    }

    /// <summary>Previews an installation into a project after other files of it were written.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="runtimes">The runtimes.</param>
    /// <param name="willExist">Full paths of those files.</param>
    /// <inheritdoc cref="Install" path="/exception"/>
    internal static HookInstallation Preview(Repository repository, IReadOnlyList<AgentRuntime> runtimes, IReadOnlySet<string> willExist)
    {
        var installer = new HookInstaller(repository, runtimes, SettingsLevel.Project, UserEnvironment.Current, willExist);
        installer.PlanInstall(InstallExtras.None);
        return new HookInstallation(installer._plan.Changes(repository), HookStatus.OpenSteps(runtimes, repository, SettingsLevel.Project, installer._environment));
    }

    /// <summary>Removes all of CodeRelay's parts; files with nothing else are deleted, with the directories created for them.</summary>
    /// <inheritdoc cref="Install" path="/param"/>
    /// <inheritdoc cref="Install" path="/exception"/>
    public static HookInstallation Uninstall(Repository repository, IReadOnlyList<AgentRuntime> runtimes, SettingsLevel level, bool dryRun = false, UserEnvironment? environment = null)
    {
        var installer = new HookInstaller(repository, runtimes, level, environment ?? UserEnvironment.Current);
        foreach (var settings in installer._settings.Concat(installer._servers))
            installer.PlanUninstall(settings);
        foreach (var (path, header) in installer._blocks.Holders())
            installer._plan.Set(path, installer.WithoutBlock(path, header));
        foreach (var skill in installer._skills.Where(SkillPlan.IsInstalled))
            installer._plan.Set(skill.Path, null);
        if (!dryRun)
            installer.ApplyUninstall();
        return new HookInstallation(installer._plan.Changes(repository), []);
    }

    private void PlanInstall(InstallExtras extras)
    {
        foreach (var settings in extras.HasFlag(InstallExtras.Mcp) ? _settings.Concat(_servers) : _settings)
            PlanInstall(settings);
        foreach (var (path, header) in _blocks.Targets(extras.HasFlag(InstallExtras.Block)))
            PlanBlock(path, header);
        foreach (var skill in extras.HasFlag(InstallExtras.Skills) ? _skills : [])
            PlanSkill(skill);
    }

    private void PlanSkill(CompanionFile skill)
    {
        RefuseDirectory(skill.Path);
        SkillPlan.RefuseForeign(skill);
        _plan.Set(skill.Path, Encoding.UTF8.GetBytes(skill.Content));
    }

    private void PlanInstall(HookSettings settings)
    {
        RefuseDirectory(settings.Path);
        var current = _plan.Read(settings.Path);
        _plan.Set(settings.Path, SettingsFormat.IsBlank(current) ? SettingsFormat.New(settings) : settings.Format.Install(settings, current!));

        foreach (var companion in settings.Companions)
        {
            RefuseDirectory(companion.Path);
            var present = _plan.Read(companion.Path);
            _plan.Set(companion.Path, present is null || CompanionFile.IsOurs(present) ? Encoding.UTF8.GetBytes(companion.Content) : present, companion.IsExecutable);
        }

        foreach (var repair in settings.Repairs)
        {
            if (_plan.Read(repair.Path) is { } text)
                _plan.Set(repair.Path, Repaired(repair, text));
        }
    }

    private void PlanBlock(string path, string header)
    {
        RefuseDirectory(path);
        _plan.Set(path, RelayBlock.Install(path, _plan.Read(path), header, _blocks.Text));
    }

    private byte[]? WithoutBlock(string path, string header)
    {
        var current = _plan.Read(path)!;
        return Before(path, current, () => RelayBlock.Remove(path, current, header, _receipts.Find(path, current)?.Before));
    }

    private static byte[] Repaired(SettingsRepair repair, byte[] content)
    {
        var text = TomlDocument.Parse(repair.Path, content).Text;
        return repair.Apply(text) is var repaired && repaired == text ? content : [.. content.AsSpan(0, TomlDocument.MarkLength(content)), .. Encoding.UTF8.GetBytes(repaired)];
    }

    private static void RefuseDirectory(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a directory and is in the place of our file; move it away. Nothing was changed");
    }

    private void ApplyInstall()
    {
        var written = _plan.Written.ToList();
        foreach (var (path, before, after) in written)
        {
            var original = _receipts.Find(path, before) is { IsUntouched: true } receipt ? receipt.Before : WithoutOurs(path, before);
            _receipts.AddMissingDirectories(path);
            if (before is not null && original is null)
                _receipts.AddUsualDirectories(path);
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

    // The original content must not contain parts of an older version.
    private byte[]? WithoutOurs(string path, byte[]? content)
    {
        if (_settings.Concat(_servers).Where(settings => settings.Path == path).ToList() is { Count: > 0 } own && !SettingsFormat.IsBlank(content))
            return own.Aggregate(content, (rest, settings) => SettingsFormat.IsBlank(rest) ? rest : settings.Format.Uninstall(settings, rest!, before: null)) is { Length: > 0 } foreign ? foreign : null;
        if (content is not null && _blocks.Holders().FirstOrDefault(holder => holder.Path == path) is { Path: not null } block)
            return RelayBlock.Remove(path, content, block.Header, before: null);
        return content is not null && CompanionFile.IsOurs(content) ? null : content;
    }

    private void PlanUninstall(HookSettings settings)
    {
        if (_plan.Read(settings.Path) is { } current)
            _plan.Set(settings.Path, Before(settings.Path, current, () => Strip(settings, current)));
        foreach (var companion in settings.Companions)
        {
            if (_plan.Read(companion.Path) is { } present)
                _plan.Set(companion.Path, Before(companion.Path, present, () => CompanionFile.IsOurs(present) ? null : present));
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
        if (SettingsFormat.IsBlank(current))
            return current;
        if (current.AsSpan().SequenceEqual(SettingsFormat.New(settings)))
            return null;
        var receipt = _receipts.Find(settings.Path, current);
        var stripped = settings.Format.Uninstall(settings, current, SettingsFormat.IsBlank(receipt?.Before) ? null : receipt!.Value.Before);
        var mayGo = receipt is null ? settings.IsOwnFile : receipt.Value.Before is null;
        return stripped.Length == 0 || (mayGo && settings.Format.IsEmpty(settings, stripped)) ? null : stripped;
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
            // Receipts are optional; the hooks work without them.
        }
    }
}
