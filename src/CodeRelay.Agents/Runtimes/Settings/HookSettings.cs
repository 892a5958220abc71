namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>The files that make a runtime call CodeRelay.</summary>
/// <param name="Path">Full path of the settings file that holds the hooks.</param>
/// <param name="Template">The text of a new file; in JSON an object with `hooks`, by event.</param>
/// <param name="Companions">CodeRelay's own files beside it.</param>
internal sealed record HookSettings(string Path, string Template, IReadOnlyList<CompanionFile> Companions)
{
    /// <summary>Other settings files that may need an edit before the hooks run.</summary>
    public IReadOnlyList<SettingsRepair> Repairs { get; init; } = [];

    /// <summary>False when the file refers to the packet and needs no command.</summary>
    public bool CallsCommand { get; init; } = true;

    /// <summary>True when the file has a name of CodeRelay's, so that it contains no foreign settings.</summary>
    public bool IsOwnFile { get; init; }

    /// <summary>The format that merges the file.</summary>
    internal SettingsFormat Format { get; init; } = new JsonHooks();

    /// <summary>
    /// The usual arrangement: a project gets hook lines with a fallback for machines without the command, and the fallback scripts in
    /// a directory `hooks`; the user's settings get bare command lines, because the command is installed there.
    /// </summary>
    /// <param name="level">The level of the settings.</param>
    /// <param name="path">Full path of the JSON file.</param>
    /// <param name="template">The text for a project.</param>
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

/// <summary>A file that CodeRelay owns as a whole; its text contains <see cref="Mark"/>.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Content">The file's text.</param>
/// <param name="IsExecutable">True for a script.</param>
internal sealed record CompanionFile(string Path, string Content, bool IsExecutable)
{
    /// <summary>CodeRelay may replace and remove a file with this text.</summary>
    public const string Mark = "Written by `coderelay hooks install`";

    internal static bool IsOurs(byte[] content) => content.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Mark)) >= 0;
}

/// <summary>A line-wise edit of an existing TOML file.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Apply">Returns the new text, or the same one when no edit is needed.</param>
internal sealed record SettingsRepair(string Path, Func<string, string> Apply);
