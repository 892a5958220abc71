using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Copilot;

/// <summary>
/// The file that Copilot CLI and VS Code both read. The names of its first two events are Copilot's, which VS Code translates; the
/// third is VS Code's, because it has no translation for Copilot's, and Copilot takes it as well.
/// </summary>
internal static class CopilotHooks
{
    /// <summary>Its place and text; the same for both, so that it is never there twice.</summary>
    public static HookSettings Settings(SettingsScope scope)
    {
        var directory = scope.IsProject ? Path.Combine(scope.Root, ".github") : Home(scope.Environment);
        return new HookSettings(Path.Combine(directory, "hooks", "coderelay.json"), EmbeddedText.Read("Copilot/hooks.json"), []) { IsOwnFile = true };
    }

    public static string Home(UserEnvironment environment) => environment.Directory("COPILOT_HOME", ".copilot");

    /// <summary>The settings of Claude Code in a directory, which both read as well.</summary>
    public static string ClaudeSettings(string directory) => Path.Combine(directory, ".claude", "settings.json");
}
