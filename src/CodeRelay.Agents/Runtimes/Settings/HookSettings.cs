namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>The files that make a runtime call us.</summary>
/// <param name="Path">Full path of the settings file that holds the hooks.</param>
/// <param name="Template">The file as it is written where there is none; in JSON an object with `hooks`, by event.</param>
/// <param name="Companions">Files of ours beside it.</param>
internal sealed record HookSettings(string Path, string Template, IReadOnlyList<CompanionFile> Companions)
{
    /// <summary>Other settings files that may need an edit for the hooks to run.</summary>
    public IReadOnlyList<SettingsRepair> Repairs { get; init; } = [];

    /// <summary>False when the file points to the packet and no command of ours has to be there.</summary>
    public bool CallsCommand { get; init; } = true;

    /// <summary>True when the file has a name of ours, so that nobody else's settings are in it.</summary>
    public bool IsOwnFile { get; init; }

    /// <summary>How the file is merged.</summary>
    internal SettingsFormat Format { get; init; } = new JsonHooks();

    /// <summary>
    /// The usual arrangement: a project gets hook lines with a way on where the command is not installed, and the scripts for it in
    /// a directory `hooks`; the user's own settings get bare command lines, because the command itself wrote them.
    /// </summary>
    /// <param name="level">Whose settings.</param>
    /// <param name="path">Full path of the JSON file.</param>
    /// <param name="template">The project's text.</param>
    /// <param name="scripts">The names of the files in `hooks`.</param>
    internal static HookSettings Create(SettingsLevel level, string path, string template, params ReadOnlySpan<string> scripts)
    {
        if (level == SettingsLevel.User)
            return new HookSettings(path, HookTemplate.WithoutFallback(template), []);
        var companions = new List<CompanionFile>();
        foreach (var name in scripts)
        {
            var target = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, "hooks", name);
            companions.Add(new CompanionFile(target, EmbeddedText.Read("Fallback/" + name.TrimStart('.')), IsExecutable: name.EndsWith(".sh", StringComparison.Ordinal)));
        }

        return new HookSettings(path, template, companions);
    }
}

/// <summary>A file that is ours as a whole; its text says so in <see cref="Mark"/>.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Content">The text as it is written.</param>
/// <param name="IsExecutable">True for a script.</param>
internal sealed record CompanionFile(string Path, string Content, bool IsExecutable)
{
    /// <summary>A file with this text is ours to replace and to remove.</summary>
    public const string Mark = "Written by `coderelay hooks install`";

    internal static bool IsOurs(byte[] content) => content.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Mark)) >= 0;
}

/// <summary>A line-wise edit of a TOML file that exists.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Apply">Gives the new text, or the same one when nothing is to be done.</param>
internal sealed record SettingsRepair(string Path, Func<string, string> Apply);
