using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Runtimes.Cursor;

/// <summary>The hook lines of Cursor. Windows needs a .cmd, so the lines differ there.</summary>
internal static class CursorHooks
{
    private const string Script = "coderelay-hook.cmd";

    public static HookSettings Settings(SettingsScope scope, bool isWindows)
    {
        var directory = scope.Below(".cursor");
        var path = Path.Combine(directory, "hooks.json");
        var template = EmbeddedText.Read("Cursor/hooks.json");
        if (!isWindows)
            return new HookSettings(path, template, []);
        var script = Path.Combine(directory, "hooks", Script);
        // Paths in a project's file are relative to the project's root.
        var program = scope.IsProject ? $@".cursor\hooks\{Script}" : script;
        return new HookSettings(path, OnWindows(template, program), [new CompanionFile(script, EmbeddedText.Read("Cursor/" + Script).ReplaceLineEndings("\r\n"), IsExecutable: false)]);
    }

    private static string OnWindows(string template, string program)
    {
        foreach (var name in HookEventNames.All)
            template = template.Replace($"coderelay hook {name} --runtime cursor || exit 0", $"{program} {name}".Replace(@"\", @"\\", StringComparison.Ordinal), StringComparison.Ordinal);
        return template;
    }
}
