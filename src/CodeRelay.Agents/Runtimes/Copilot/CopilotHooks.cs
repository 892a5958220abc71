using CodeRelay.Agents.Runtimes.Settings;
using CodeRelay.Files;

namespace CodeRelay.Agents.Runtimes.Copilot;

/// <summary>
/// The file that Copilot CLI and VS Code both read. Its first two events have Copilot's names, which VS Code translates; the
/// third has VS Code's name, because VS Code does not translate Copilot's, and Copilot accepts both.
/// </summary>
internal static class CopilotHooks
{
    /// <summary>Its place and text; identical for both, so that it exists once.</summary>
    public static HookSettings Settings(SettingsScope scope)
    {
        var directory = scope.IsProject ? Path.Combine(scope.Root, ".github") : Home(scope.Environment);
        return new HookSettings(Path.Combine(directory, "hooks", "coderelay.json"), EmbeddedText.Read("Copilot/hooks.json"), []) { IsOwnFile = true };
    }

    public static string Home(UserEnvironment environment) => environment.Directory("COPILOT_HOME", ".copilot");

    /// <summary>The settings of Claude Code in a directory, which both also read.</summary>
    public static string ClaudeSettings(string directory) => Path.Combine(directory, ".claude", "settings.json");
}
